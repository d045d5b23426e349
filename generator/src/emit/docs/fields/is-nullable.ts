import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";

/** Whether a schema of the spec, or one that it refers to, allows null, in any of the ways OpenAPI 3.0 and 3.1 have. */
export function isNullable(document: JsonObject, schema: Json | undefined, depth = 0): boolean {
  if (!isObject(schema) || depth > 8) return false;
  if (typeof schema.$ref === "string") {
    return schema.nullable === true || isNullable(document, resolveObject(document, schema), depth + 1);
  }
  if (schema.nullable === true || [schema.type].flat().includes("null") || schema.const === null) return true;
  if (Array.isArray(schema.enum) && schema.enum.includes(null)) return true;
  const members = [schema.oneOf, schema.anyOf].filter(Array.isArray).flat();
  if (members.some((member) => isNullable(document, member, depth + 1))) return true;
  const all = Array.isArray(schema.allOf) ? schema.allOf : [];
  return all.length === 1 && isNullable(document, all[0], depth + 1);
}
