import { literal } from "../../../text/literal.ts";
import { isObject, type Json, type JsonObject } from "../../json.ts";
import { annotations } from "./annotations.ts";
import type { ConvertContext, Position } from "./conversion.ts";
import { convertArray } from "./convert-array.ts";
import { convertComposition } from "./convert-composition.ts";
import { convertObject } from "./convert-object.ts";
import { enumMembers, enumType } from "./enum-type.ts";
import { withoutUnion } from "./immediate-cycles.ts";
import { hasProperties, isBinary, isComposed, saysSomething } from "./schema-facts.ts";
import { schemaKey, schemaRef } from "./schema-usage.ts";
import { typeNames } from "./type-names.ts";
import { typed } from "./typed.ts";

/** Schemas nested deeper than this are printed as unknown. */
const MAX_DEPTH = 200;

/** A schema as the type emitter needs it: one dialect, one type, no validation keywords, safe text. */
export function convertSchema(schema: Json | undefined, context: ConvertContext, name?: string): JsonObject {
  const place = name === undefined ? undefined : [name];
  return convert(schema, context, { place, immediate: "union", eager: true, within: [], closed: false, depth: 0 });
}

function convert(schema: Json | undefined, context: ConvertContext, at: Position): JsonObject {
  if (schema === false) return typed("never");
  if (!isObject(schema) || at.depth > MAX_DEPTH) return {};
  if (typeof schema.$ref === "string") return convertRef(schema, context, at);
  const types = typeNames(schema);
  const nullable = schema.nullable === true || types.includes("null");
  const others = types.filter((type) => type !== "null");
  const note = annotations(schema);
  if (schema.const !== undefined) return { ...typed(literal(schema.const)), ...note };
  const listed = convertEnum(schema, others, nullable, context, at);
  if (listed) return { ...listed, ...note };
  if (others.length > 1 && !isComposed(schema)) {
    const alternatives = others.map((type) =>
      convert({ ...schema, type, nullable: false }, context, { ...at, place: undefined }),
    );
    return { anyOf: [...alternatives, ...(nullable ? [typed("null")] : [])], ...note };
  }
  if (types.length > 0 && others.length === 0) return { ...typed("null"), ...note };
  const body = convertTyped(schema, others.length === 1 ? others[0] : undefined, context, at);
  return { ...(nullable ? withNull(body) : body), ...note };
}

function convertRef(schema: JsonObject, context: ConvertContext, at: Position): JsonObject {
  const { $ref, ...siblings } = schema;
  const key = schemaKey($ref);
  const target = key === undefined ? undefined : context.lookUp(key);
  if (key === undefined || target === undefined) return {};
  // Beside a reference, what tells more than a type narrows it, as one more member of allOf does.
  const { type: _type, format: _format, ...narrowing } = siblings;
  if (saysSomething(narrowing))
    return convert({ ...siblings, allOf: [{ $ref: $ref as string }, ...listOf(siblings.allOf)] }, context, at);
  const kind = at.immediate;
  const cycle = kind && context.self !== undefined ? context.cycleBreak(context.self, key, kind) : undefined;
  if (cycle === "unknown") return {};
  if (cycle === "base" || (kind === "extends" && contradicts(context, key))) {
    // What extends itself adds nothing to itself.
    if (key === context.self || at.within.includes(key)) return {};
    if (context.inlining.left > 0) {
      context.inlining.left -= 1;
      const within = [...at.within, key];
      return convert(withoutUnion(target), context, { ...at, place: undefined, within, depth: at.depth + 1 });
    }
    if (cycle === "base") return {};
  }
  const alias = at.eager && context.self !== undefined ? context.alias(context.self, key) : undefined;
  const ref: JsonObject = alias === undefined ? { $ref: schemaRef(context.rename(key)) } : typed(alias);
  const note = annotations(schema);
  return schema.nullable === true ? { ...withNull(ref), ...note } : { ...ref, ...note };
}

/** Whether `self` extends a schema that narrows the same discriminator to other values: both at once would be never. */
function contradicts({ self, discriminators }: ConvertContext, parent: string): boolean {
  if (self === undefined) return false;
  const own = discriminators(self);
  return [...discriminators(parent)].some(([property, values]) => {
    const mine = own.get(property) ?? [];
    return mine.length > 0 && values.length > 0 && !mine.every((value) => values.includes(value));
  });
}

function convertEnum(
  schema: JsonObject,
  types: readonly string[],
  nullable: boolean,
  context: ConvertContext,
  at: Position,
): JsonObject | undefined {
  if (!Array.isArray(schema.enum) || schema.enum.length === 0) return undefined;
  if (types.includes("array") || types.includes("object")) return undefined;
  const members = enumMembers(schema.enum, types.length === 1 ? types[0] : undefined);
  if (!members) return undefined;
  const { values } = members;
  const open = context.direction === "response" && !at.closed && values.some((value) => typeof value !== "boolean");
  if (at.place && values.length > 0) context.onEnum({ place: at.place, values, open });
  return typed(enumType(values, { open, nullable: nullable || members.hasNull }));
}

function convertTyped(schema: JsonObject, type: string | undefined, context: ConvertContext, at: Position): JsonObject {
  const own = convertOwn(schema, type, context, at);
  const composed = isComposed(schema) ? convertComposition(schema, type, context, at, convert) : [];
  const parts = [...(own ? [own] : []), ...composed].filter((part) => Object.keys(part).length > 0);
  const [only] = parts;
  if (parts.length < 2) return only ?? (type === undefined ? {} : { type, ...(type === "array" && { items: {} }) });
  return { allOf: parts };
}

/** What a schema says itself, beside `allOf`, `anyOf` and `oneOf`; undefined where that is nothing. */
function convertOwn(
  schema: JsonObject,
  type: string | undefined,
  context: ConvertContext,
  at: Position,
): JsonObject | undefined {
  if (isBinary(schema, type) && !isComposed(schema))
    return typed(context.direction === "request" ? "(Blob | string)" : "Blob");
  const isList = schema.items !== undefined || schema.prefixItems !== undefined;
  if (type === "array" || (type === undefined && isList && !hasProperties(schema)))
    return isComposed(schema) && !isList ? undefined : convertArray(schema, context, at, convert);
  if (type === "object" || (type === undefined && hasProperties(schema))) {
    const object = convertObject(schema, context, at, convert);
    if (Object.keys(object).length > 1) return object;
    if (isComposed(schema)) return undefined;
    return schema.additionalProperties === false ? typed("Record<string, never>") : object;
  }
  if (type === undefined || isComposed(schema)) return undefined;
  return { type };
}

function withNull(schema: JsonObject): JsonObject {
  if (Object.keys(schema).length === 0) return schema;
  return { anyOf: [schema, typed("null")] };
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
