import { isObject, type Json, type JsonObject } from "../../json.ts";
import { setOwn } from "../canonicalize.ts";
import type { Convert, ConvertContext, Position } from "./conversion.ts";
import { discriminatedType } from "./discriminated-type.ts";
import { isSkipped } from "./find-property.ts";
import { memberPosition } from "./member-position.ts";
import { requiredNames } from "./schema-facts.ts";

/** The properties that an object schema states itself. */
export function convertObject(schema: JsonObject, context: ConvertContext, at: Position, convert: Convert): JsonObject {
  const object: JsonObject = { type: "object" };
  const stated = isObject(schema.properties) ? schema.properties : {};
  const required = new Set(requiredNames(schema));
  const own = at.depth === 0 && context.self !== undefined ? context.discriminators(context.self) : NONE;
  const converted: JsonObject = {};
  for (const [name, value] of Object.entries(stated)) {
    const values = own.get(name);
    const inside: Position = {
      ...memberPosition(at),
      place: at.place && [...at.place, name],
      closed: values !== undefined || (at.closed && isSingle(value)),
    };
    const isDiscriminator = values !== undefined && values.length > 0;
    setOwn(converted, name, isDiscriminator ? discriminatedType(values, value) : convert(value, context, inside));
    if (isDiscriminator) required.add(name);
    else if (isSkipped(value, context)) required.delete(name);
  }
  for (const [name, values] of own) {
    if (values.length === 0 || Object.hasOwn(converted, name)) continue;
    setOwn(converted, name, discriminatedType(values, undefined));
    required.add(name);
  }
  if (Object.keys(converted).length > 0) object.properties = converted;
  const listed = [...required].filter((name) => Object.hasOwn(converted, name)).sort();
  if (listed.length > 0) object.required = listed;
  const rest = additional(schema, context, at, Object.keys(converted).length > 0, convert);
  if (rest !== undefined) object.additionalProperties = rest;
  return object;
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

/** The type of properties not named, or undefined where there are none. */
function additional(
  schema: JsonObject,
  context: ConvertContext,
  at: Position,
  named: boolean,
  convert: Convert,
): Json | undefined {
  const patterns = isObject(schema.patternProperties) ? Object.values(schema.patternProperties) : [];
  const stated = [schema.additionalProperties, ...patterns].filter((value) => value !== undefined && value !== false);
  if (stated.length === 0) return undefined;
  // Beside named properties a narrower index signature would forbid their values in what a caller writes.
  if (stated.some((value) => value === true) || (named && context.direction === "request")) return true;
  const types = stated.map((value) => convert(value, context, memberPosition(at)));
  const [only] = types;
  return types.length === 1 && only ? (Object.keys(only).length === 0 ? true : only) : { anyOf: types };
}

function isSingle(schema: Json | undefined): boolean {
  return isObject(schema) && Array.isArray(schema.enum) && schema.enum.length === 1;
}
