import type { Json } from "../json.ts";
import { own } from "../walk/own.ts";

/** The types that a schema states itself, `nullable` counted as "null"; empty when it states none. */
export function typesOf(schema: Json): string[] {
  const type = own(schema, "type");
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
  if (types.length > 0 && own(schema, "nullable") === true && !types.includes("null")) types.push("null");
  return types;
}

/** Whether a value is of one of the types of JSON Schema; unknown types fit anything. */
export function hasType(value: Json, types: readonly string[]): boolean {
  return types.some((type) => {
    switch (type) {
      case "null":
        return value === null;
      case "array":
        return Array.isArray(value);
      case "object":
        return typeof value === "object" && value !== null && !Array.isArray(value);
      case "integer":
        return Number.isInteger(value);
      case "number":
      case "string":
      case "boolean":
        return typeof value === type;
      default:
        return true;
    }
  });
}
