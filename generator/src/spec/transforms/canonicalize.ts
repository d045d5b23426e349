import { isObject, type Json, type JsonObject } from "../json.ts";

/**
 * A copy of the document whose object keys stand in code-unit order, so that the same spec gives the same output
 * whatever the order of its keys. Arrays keep theirs: it carries meaning.
 */
export function canonicalize(document: JsonObject): JsonObject {
  return canonicalValue(document) as JsonObject;
}

function canonicalValue(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => canonicalValue(item) as Json);
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value).sort()) setOwn(copy, key, canonicalValue(value[key]));
  return copy;
}

/** Assigns an own property, `__proto__` included, which plain assignment would lose. */
export function setOwn(target: JsonObject, key: string, value: Json | undefined): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}
