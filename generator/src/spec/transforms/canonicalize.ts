import { isObject, type Json, type JsonObject } from "../json.ts";

/**
 * The document with all object keys in code-unit order, so that the same spec gives the same output whatever the order of its
 * keys. Arrays keep theirs: it carries meaning. Parts in order already are shared, not copied.
 */
export function canonicalize(document: JsonObject): JsonObject {
  return canonicalValue(document) as JsonObject;
}

function canonicalValue(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonicalValue(item) as Json);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const children = keys.map((key) => canonicalValue(value[key]));
  const inOrder = keys.every((key, index) => index === 0 || (keys[index - 1] as string) < key);
  if (inOrder && children.every((child, index) => child === value[keys[index] as string])) return value;
  const copy: JsonObject = {};
  const order = inOrder ? keys : [...keys].sort();
  const byKey = new Map(keys.map((key, index) => [key, children[index]]));
  for (const key of order) setOwn(copy, key, byKey.get(key));
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
