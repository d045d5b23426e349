import { isObject, type Json, type JsonObject } from "../../json.ts";

const TELLING = [
  "$ref",
  "type",
  "properties",
  "items",
  "prefixItems",
  "enum",
  "const",
  "allOf",
  "anyOf",
  "oneOf",
  "additionalProperties",
  "patternProperties",
  "format",
];

/** Whether a schema has anything to say about types; one of descriptions, bounds or `required` alone has not. */
export function saysSomething(schema: Json | undefined): boolean {
  if (!isObject(schema)) return schema === false;
  return TELLING.some((keyword) => schema[keyword] !== undefined);
}

/** Whether a schema only makes properties required that stand elsewhere: `{ type: object, required: [id] }`. */
export function isRequirement(schema: Json | undefined): schema is JsonObject {
  if (!isObject(schema) || requiredNames(schema).length === 0) return false;
  return TELLING.every((keyword) => schema[keyword] === undefined || (keyword === "type" && schema.type === "object"));
}

/** Whether a schema speaks of properties, named or not. */
export function hasProperties(schema: JsonObject): boolean {
  if (isObject(schema.properties) && Object.keys(schema.properties).length > 0) return true;
  return (
    schema.patternProperties !== undefined ||
    (schema.additionalProperties !== undefined && schema.additionalProperties !== false)
  );
}

/** Whether a schema has `allOf`, `anyOf` or `oneOf` with members. */
export function isComposed(schema: JsonObject): boolean {
  return ["allOf", "anyOf", "oneOf"].some((keyword) => Array.isArray(schema[keyword]) && schema[keyword].length > 0);
}

/** The names in `required`. */
export function requiredNames(schema: JsonObject): string[] {
  return Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === "string") : [];
}

/** Whether a string stands for bytes outside of JSON. */
export function isBinary(schema: JsonObject, type: string | undefined): boolean {
  if (type === "file") return true;
  if (type !== "string" && type !== undefined) return false;
  if (schema.format === "binary") return true;
  return (
    typeof schema.contentMediaType === "string" &&
    schema.contentEncoding === undefined &&
    /octet-stream|^image\/|^audio\/|^video\//.test(schema.contentMediaType)
  );
}
