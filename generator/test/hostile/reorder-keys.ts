import { isObject, type Json } from "../../src/spec/json.ts";
import { setOwn } from "../../src/spec/walk/set-own.ts";

/** The same value with the keys of every object in the opposite order. */
export function reorderKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(reorderKeys);
  if (!isObject(value)) return value;
  const copy = {};
  for (const [key, item] of Object.entries(value).reverse()) setOwn(copy, key, reorderKeys(item as Json));
  return copy;
}
