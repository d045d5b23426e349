import { isObject, type JsonObject } from "../../json.ts";
import { setOwn } from "../canonicalize.ts";
import type { Convert, ConvertContext, Position } from "./conversion.ts";
import { findProperty, isSkipped } from "./find-property.ts";
import { memberPosition } from "./member-position.ts";

/**
 * Properties that a schema requires and another one, which it extends, defines as optional: repeated as required ones, since
 * an intersection of both makes them so. Undefined where nothing is left to say.
 */
export function requirementPart(
  schema: JsonObject,
  names: readonly string[],
  context: ConvertContext,
  at: Position,
  convert: Convert,
): JsonObject | undefined {
  const inline = (Array.isArray(schema.allOf) ? schema.allOf : []).filter(isObject);
  const properties: JsonObject = {};
  for (const name of new Set(names)) {
    const found = findProperty(schema, name, context);
    if (!found || found.required || isSkipped(found.schema, context)) continue;
    // Inline members of allOf take the names themselves.
    if (inline.some((member) => isObject(member.properties) && Object.hasOwn(member.properties, name))) continue;
    setOwn(properties, name, convert(found.schema, context, memberPosition(at)));
  }
  const required = Object.keys(properties).sort();
  return required.length > 0 ? { type: "object", properties, required } : undefined;
}
