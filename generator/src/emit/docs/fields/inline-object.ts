import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";

/**
 * The object that a schema describes in place, directly or as the items of arrays; undefined where it has a page of its own
 * or is no object with known fields.
 */
export function inlineObject(schema: Json | undefined): JsonObject | undefined {
  let value = schema;
  for (let depth = 0; depth < 5 && isObject(value) && value.$ref === undefined && isObject(value.items); depth += 1) {
    value = value.items;
  }
  if (!isObject(value) || value.$ref !== undefined) return undefined;
  const isTold = isObject(value.properties) || Array.isArray(value.allOf);
  return isTold ? value : undefined;
}
