import { isObject, type Json, type JsonObject } from "../json.ts";
import { own } from "../walk/own.ts";
import { setOwn } from "../walk/set-own.ts";

/**
 * Merges `update` into `target` as the Overlay standard says, at every level: objects merge, what meets an array is appended
 * (the items, where it is an array itself), anything else is replaced. Neither argument is changed.
 */
export function mergeUpdate(target: Json, update: Json): Json {
  if (Array.isArray(target)) return Array.isArray(update) ? [...target, ...update] : [...target, update];
  if (!isObject(target) || !isObject(update)) return update;
  const merged: JsonObject = { ...target };
  for (const [key, value] of Object.entries(update)) {
    const existing = own(target, key);
    setOwn(merged, key, existing === undefined ? (value as Json) : mergeNested(existing, value as Json));
  }
  return merged;
}

/** Below the target itself a single value replaces an array; only arrays are appended to arrays. */
function mergeNested(existing: Json, value: Json): Json {
  return Array.isArray(existing) && !Array.isArray(value) ? value : mergeUpdate(existing, value);
}
