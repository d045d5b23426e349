import type { Json, JsonObject } from "../json.ts";
import { fromPointer } from "../json-pointer.ts";
import { isReference } from "../walk/is-reference.ts";
import { valueAt } from "../walk/value-at.ts";

/** The value itself, or the component it refers to, however many references are on the way; undefined at a loose end. */
export function componentOf(document: JsonObject, value: Json | undefined): Json | undefined {
  const seen = new Set<Json>();
  let current = value;
  while (isReference(current)) {
    if (seen.has(current) || !current.$ref.startsWith("#/")) return undefined;
    seen.add(current);
    current = valueAt(document, fromPointer(current.$ref.slice(1).replaceAll("%25", "%")));
  }
  return current;
}
