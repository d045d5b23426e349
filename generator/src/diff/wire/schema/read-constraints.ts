import type { Json, JsonObject } from "../../../spec/json.ts";

const LIMITS = [
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
  "multipleOf",
  "uniqueItems",
  "pattern",
] as const;

/** The limits a schema sets, in the spelling of OpenAPI 3.1: an exclusive limit is a number of its own. */
export function readConstraints(schema: JsonObject): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const keyword of LIMITS) {
    const value = schema[keyword];
    // What holds anyway is no limit.
    if (value !== undefined && value !== null && value !== false && !(keyword.startsWith("min") && value === 0)) {
      found.set(keyword, value);
    }
  }
  for (const [inclusive, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    const limit = schema[inclusive];
    if (typeof schema[exclusive] === "number") found.set(exclusive, schema[exclusive]);
    if (typeof limit === "number") found.set(schema[exclusive] === true ? exclusive : inclusive, limit);
  }
  return found;
}
