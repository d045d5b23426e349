import { isObject, type Json, type JsonObject } from "../json.ts";

/** Whether a value at a typed place is a reference: an object with a `$ref` that is text, siblings or not. */
export function isReference(value: Json | undefined): value is JsonObject & { readonly $ref: string } {
  return isObject(value) && Object.hasOwn(value, "$ref") && typeof value.$ref === "string";
}
