import { isObject, type Json, type JsonObject } from "../json.ts";
import { fromPointer } from "../json-pointer.ts";

/** What the references of a document lead to, once looked up; transforms never change a document. */
const known = new WeakMap<JsonObject, Map<string, Json | undefined>>();

/** Looks up what a local `$ref` of a bundled document points to; undefined where nothing is there. */
export function lookUp(document: JsonObject, ref: string): Json | undefined {
  const targets = known.get(document) ?? new Map<string, Json | undefined>();
  known.set(document, targets);
  if (!targets.has(ref)) targets.set(ref, follow(document, ref));
  return targets.get(ref);
}

function follow(document: JsonObject, ref: string): Json | undefined {
  if (!ref.startsWith("#/")) return undefined;
  let node: Json | undefined = document;
  for (const token of fromPointer(decodePointer(ref.slice(1)))) {
    if (Array.isArray(node)) node = node[Number(token)];
    else if (isObject(node) && Object.hasOwn(node, token)) node = node[token];
    else return undefined;
  }
  return node;
}

/** `value` itself, or the object its chain of `$ref`s ends at; undefined for anything else. */
export function resolveObject(document: JsonObject, value: Json | undefined): JsonObject | undefined {
  let node = value;
  for (let hops = 0; isObject(node) && typeof node.$ref === "string" && hops < 100; hops += 1) {
    node = lookUp(document, node.$ref);
  }
  return isObject(node) ? node : undefined;
}

function decodePointer(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
