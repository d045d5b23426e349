import { isObject, type Json, type JsonObject } from "../../json.ts";
import { setOwn } from "../canonicalize.ts";
import type { Convert, ConvertContext, Position } from "./conversion.ts";
import { discriminatedType } from "./discriminated-type.ts";
import type { ImmediateKind } from "./immediate-cycles.ts";
import { requirementPart } from "./requirement-part.ts";
import { hasProperties, isRequirement, requiredNames, saysSomething } from "./schema-facts.ts";
import { schemaKey } from "./schema-usage.ts";
import { TYPE_KEY, typed } from "./typed.ts";

/** `allOf`, `anyOf` and `oneOf` as a list of schemas that all hold. */
export function convertComposition(
  schema: JsonObject,
  type: string | undefined,
  context: ConvertContext,
  at: Position,
  convert: Convert,
): JsonObject[] {
  const parts = convertAllOf(schema, context, at, convert);
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const union = convertUnion(schema, keyword, type, context, at, convert);
    if (union) parts.push(union);
  }
  const isNarrowed = at.depth === 0 && parts.length > 0 && !hasProperties(schema);
  const discriminators = isNarrowed ? discriminatorPart(context) : undefined;
  return discriminators ? [...parts, discriminators] : parts;
}

function convertAllOf(schema: JsonObject, context: ConvertContext, at: Position, convert: Convert): JsonObject[] {
  const members = Array.isArray(schema.allOf) ? schema.allOf : [];
  if (members.length === 0) return [];
  const required = [...requiredNames(schema), ...members.filter(isRequirement).flatMap(requiredNames)];
  const telling = members.filter((member) => saysSomething(member) && !isRequirement(member));
  const parts = telling.map((member) => {
    // What stands in place belongs to the schema itself, its enums included.
    const place = isObject(member) && member.$ref === undefined ? at.place : undefined;
    return convert(withRequired(member, required), context, { ...below(at, "extends", at.closed), place });
  });
  const requirement = requirementPart(schema, required, context, below(at, "extends", at.closed), convert);
  return requirement ? [...parts, requirement] : parts;
}

/** `anyOf` or `oneOf` as one schema; undefined where it allows everything, or only says what is required. */
function convertUnion(
  schema: JsonObject,
  keyword: "anyOf" | "oneOf",
  type: string | undefined,
  context: ConvertContext,
  at: Position,
  convert: Convert,
): JsonObject | undefined {
  const members = Array.isArray(schema[keyword]) ? schema[keyword] : [];
  if (!members.some((member) => saysSomething(member) && !isRequirement(member))) return undefined;
  if (members.some((member) => !saysSomething(member) && !isRequirement(member))) return undefined;
  const inside = below(at, "union", members.length === 1 ? at.closed : true);
  const { [keyword]: _, ...base } = schema;
  const converted = members.flatMap((member): JsonObject[] => {
    // A union of itself and others is the union of the others.
    if (at.immediate && isObject(member) && context.self !== undefined && schemaKey(member.$ref) === context.self)
      return [];
    if (!isRequirement(member)) return [convert(inheritType(member, type), context, inside)];
    const part = requirementPart(base, requiredNames(member), context, inside, convert);
    return part ? [part] : [];
  });
  const [only] = converted;
  if (converted.length < 2) return only;
  // Whatever else is in it, a union with unknown is unknown.
  return converted.some((member) => Object.keys(member).length === 0)
    ? undefined
    : { anyOf: keepSuggestions(converted) };
}

/** A union of known strings and any string would be any string: editors could not suggest the known ones. */
function keepSuggestions(members: readonly JsonObject[]): JsonObject[] {
  const known = members.some(({ [TYPE_KEY]: source }) => typeof source === "string" && /^\(?"/.test(source));
  if (!known) return [...members];
  return members.map((member) =>
    member.type === "string" && member[TYPE_KEY] === undefined ? { ...member, ...typed("(string & {})") } : member,
  );
}

function below(at: Position, kind: ImmediateKind, closed: boolean): Position {
  const extending = kind === "extends" && (at.depth === 0 || at.immediate === "extends");
  const immediate = at.immediate && (extending ? "extends" : "union");
  return { ...at, place: undefined, immediate, closed, depth: at.depth + 1 };
}

/** The discriminator properties of a component schema that has no properties of its own. */
function discriminatorPart({ self, discriminators }: ConvertContext): JsonObject | undefined {
  const entries = self === undefined ? [] : [...discriminators(self)].filter(([, values]) => values.length > 0);
  if (entries.length === 0) return undefined;
  const properties: JsonObject = {};
  for (const [name, values] of entries) setOwn(properties, name, discriminatedType(values, undefined));
  return { type: "object", properties, required: entries.map(([name]) => name) };
}

function inheritType(member: Json, type: string | undefined): Json {
  if (!isObject(member) || type === undefined || member.type !== undefined || member.$ref !== undefined) return member;
  if (member.allOf !== undefined || member.anyOf !== undefined || member.oneOf !== undefined) return member;
  return { ...member, type };
}

/** Names required beside `allOf` apply to inline members that define them. */
function withRequired(member: Json, required: readonly string[]): Json {
  if (!isObject(member) || !isObject(member.properties) || required.length === 0) return member;
  return { ...member, required: [...requiredNames(member), ...required] };
}
