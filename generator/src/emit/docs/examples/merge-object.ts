import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { setOwn } from "../../../spec/transforms/canonicalize.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";

/** Levels of `allOf` in `allOf` that are followed. */
const DEEPEST = 30;

/**
 * One object schema that says what all members of an `allOf` say together, or undefined where one of them is no object: a
 * property of several members is all of them. Of a union among the members, `choose` picks one.
 */
export function mergeObject(
  types: JsonObject,
  schema: JsonObject,
  choose: (union: JsonObject) => JsonObject | undefined,
): JsonObject | undefined {
  const properties: JsonObject = {};
  const required = new Set<string>();
  let additional: Json | undefined;
  const add = (value: Json | undefined, depth: number): boolean => {
    const part = resolveObject(types, value);
    if (!part || depth > DEEPEST) return true;
    if (Array.isArray(part.anyOf)) {
      const chosen = choose(part);
      return chosen === undefined || add(chosen, depth + 1);
    }
    for (const name of Array.isArray(part.required) ? part.required : []) required.add(String(name));
    if (part.additionalProperties !== undefined) additional ??= part.additionalProperties;
    for (const [name, property] of Object.entries(isObject(part.properties) ? part.properties : {})) {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      setOwn(properties, name, known === undefined ? property : ({ allOf: [known, property] } as JsonObject));
    }
    if (Array.isArray(part.allOf) && !part.allOf.every((member) => add(member, depth + 1))) return false;
    return part.type === undefined || part.type === "object";
  };
  if (!add(schema, 0)) return undefined;
  const listed = [...required].filter((name) => Object.hasOwn(properties, name));
  if (Object.keys(properties).length === 0) additional ??= true;
  return {
    type: "object",
    properties,
    required: listed,
    ...(additional !== undefined && { additionalProperties: additional }),
  };
}
