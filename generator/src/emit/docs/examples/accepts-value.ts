import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { TYPE_KEY } from "../../../spec/transforms/schemas/typed.ts";
import { constantType } from "./constant-type.ts";
import { literalUnion } from "./literal-union.ts";

/** Levels after which a value counts as accepted: only to choose between members of a union is this asked. */
const DEEPEST = 20;

/** Whether a value is of a prepared schema's type. Used to choose the member of a union that a stated example is meant for. */
export function acceptsValue(types: JsonObject, schema: Json | undefined, value: Json | undefined, depth = 0): boolean {
  const target = resolveObject(types, schema);
  if (!target || depth > DEEPEST || Object.keys(target).length === 0) return true;
  if (value === undefined) return false;
  const source = target[TYPE_KEY];
  if (typeof source === "string") return acceptsSource(source, value);
  const inner = (member: Json | undefined, part: Json | undefined) => acceptsValue(types, member, part, depth + 1);
  if (Array.isArray(target.anyOf)) return target.anyOf.some((member) => inner(member, value));
  if (Array.isArray(target.allOf) && !target.allOf.every((member) => inner(member, value))) return false;
  switch (target.type) {
    case "array":
      return Array.isArray(value) && value.every((item) => inner(target.items, item));
    case "object":
      return isObject(value) && acceptsObject(target, value, inner);
    case "string":
    case "boolean":
      return typeof value === target.type;
    case "integer":
    case "number":
      return typeof value === "number";
    default:
      return true;
  }
}

function acceptsSource(source: string, value: Json): boolean {
  const constant = constantType(source);
  if (constant !== undefined) return JSON.stringify(constant) === JSON.stringify(value);
  const union = literalUnion(source);
  if (union?.values.some((member) => member === value)) return true;
  return union?.open === true && (typeof value === "string" || typeof value === "number");
}

function acceptsObject(
  target: JsonObject,
  value: JsonObject,
  inner: (member: Json | undefined, part: Json | undefined) => boolean,
): boolean {
  const required = Array.isArray(target.required) ? target.required : [];
  if (!required.every((name) => Object.hasOwn(value, String(name)))) return false;
  const properties = isObject(target.properties) ? target.properties : undefined;
  if (!properties) return true;
  return Object.entries(value).every(([name, part]) =>
    Object.hasOwn(properties, name) ? inner(properties[name], part) : target.additionalProperties !== undefined,
  );
}
