import { commentText } from "../../../text/comment-text.ts";
import { literal } from "../../../text/literal.ts";
import { isObject, type Json, type JsonObject } from "../../json.ts";
import { setOwn } from "../canonicalize.ts";
import { enumMembers, enumType } from "./enum-type.ts";
import { type CycleBreak, type ImmediateKind, withoutUnion } from "./immediate-cycles.ts";
import { type Direction, schemaKey, schemaRef } from "./schema-usage.ts";

/** Key under which a converted schema carries TypeScript source for the type emitter. */
export const TYPE_KEY = "x-sailkit-type";

/** An enum met on the way, for the list of known values. */
export interface MetEnum {
  readonly place: readonly string[];
  readonly values: readonly (string | number | boolean)[];
  readonly open: boolean;
}

export interface ConvertContext {
  readonly direction: Direction;
  /** Key of the component schema this one belongs to; undefined for inline schemas of operations. */
  readonly self: string | undefined;
  /** Discriminator values of `self`, by property. */
  readonly discriminators: ReadonlyMap<string, readonly string[]>;
  /** The key to use for a component schema in this direction. */
  readonly rename: (key: string) => string;
  readonly lookUp: (key: string) => JsonObject | undefined;
  readonly cycleBreak: (self: string, target: string, kind: ImmediateKind) => CycleBreak;
  readonly onEnum: (met: MetEnum) => void;
}

interface Position {
  /** Names of the properties passed, or undefined where no enum is listed. */
  readonly place: readonly string[] | undefined;
  /** Whether the schema is immediately (not through a property) part of `self`, and how. */
  readonly immediate: ImmediateKind | undefined;
  /** Whether enums stay closed: discriminators, members of a union. */
  readonly closed: boolean;
  readonly depth: number;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "string", number: "number", integer: "integer", boolean: "boolean", object: "object", array: "array", null: "null",
  int: "integer", int32: "integer", int64: "integer", long: "integer", float: "number", double: "number", decimal: "number",
  bool: "boolean", date: "string", datetime: "string", "date-time": "string", uuid: "string", uri: "string", str: "string",
  text: "string", file: "file", map: "object", dict: "object", hash: "object", list: "array",
}; // biome-ignore format: a table

/** A schema as the type emitter needs it: one dialect, one type, no validation keywords, safe text. */
export function convertSchema(schema: Json | undefined, context: ConvertContext, name?: string): JsonObject {
  const place = name === undefined ? undefined : [name];
  return convert(schema, context, { place, immediate: "union", closed: false, depth: 0 });
}

function convert(schema: Json | undefined, context: ConvertContext, at: Position): JsonObject {
  if (schema === false) return typed("never");
  if (!isObject(schema) || at.depth > 200) return {};
  if (typeof schema.$ref === "string") return convertRef(schema, context, at);
  const types = typeNames(schema);
  const nullable = schema.nullable === true || types.includes("null");
  const scalars = types.filter((type) => type !== "null");
  const note = annotations(schema);
  if (schema.const !== undefined) return { ...typed(literal(constant(schema.const))), ...note };
  const listed = convertEnum(schema, scalars, nullable, context, at);
  if (listed) return { ...listed, ...note };
  if (scalars.length > 1) {
    const alternatives = scalars.map((type) =>
      convert({ ...schema, type, nullable: false }, context, { ...at, place: undefined }),
    );
    return { anyOf: [...alternatives, ...(nullable ? [typed("null")] : [])], ...note };
  }
  if (types.length > 0 && scalars.length === 0) return { ...typed("null"), ...note };
  const body = convertTyped(schema, scalars[0], context, at);
  return { ...(nullable ? withNull(body) : body), ...note };
}

function convertRef(schema: JsonObject, context: ConvertContext, at: Position): JsonObject {
  const key = schemaKey(schema.$ref);
  const target = key === undefined ? undefined : context.lookUp(key);
  if (key === undefined || target === undefined) return {};
  const kind = at.immediate;
  const cycle = kind && context.self !== undefined ? context.cycleBreak(context.self, key, kind) : undefined;
  if (cycle === "unknown") return {};
  if (cycle === "base") return convert(withoutUnion(target), context, { ...at, place: undefined, depth: at.depth + 1 });
  const ref: JsonObject = { $ref: schemaRef(context.rename(key)) };
  const note = annotations(schema);
  return schema.nullable === true ? { ...withNull(ref), ...note } : { ...ref, ...note };
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
  const composed = convertComposition(schema, type, context, at);
  const own = convertOwn(schema, type, context, at);
  if (composed.length === 0) return own ?? {};
  const parts = own ? [own, ...composed] : composed;
  const required = Array.isArray(schema.allOf) ? requiredNames(schema) : [];
  const [only] = parts;
  if (parts.length === 1 && only && required.length === 0) return only;
  return { allOf: parts, ...(required.length > 0 && { required }) };
}

/** What a schema says itself, beside `allOf`, `anyOf` and `oneOf`; undefined where that is nothing. */
function convertOwn(
  schema: JsonObject,
  type: string | undefined,
  context: ConvertContext,
  at: Position,
): JsonObject | undefined {
  const isComposed = ["allOf", "anyOf", "oneOf"].some(
    (keyword) => Array.isArray(schema[keyword]) && schema[keyword].length > 0,
  );
  if (type === "file" || isBinary(schema, type))
    return typed(context.direction === "request" ? "(Blob | string)" : "Blob");
  if (type === "array" || (type === undefined && schema.items !== undefined)) return convertArray(schema, context, at);
  if (type === "object" || (type === undefined && hasProperties(schema))) {
    const object = convertObject(schema, context, at);
    return isComposed && Object.keys(object).length === 1 ? undefined : object;
  }
  if (type === "string" || type === "number" || type === "integer" || type === "boolean") {
    return isComposed ? undefined : { type };
  }
  return undefined;
}

function convertArray(schema: JsonObject, context: ConvertContext, at: Position): JsonObject {
  const inside: Position = { ...at, immediate: undefined, depth: at.depth + 1, closed: false };
  const tuple = Array.isArray(schema.prefixItems)
    ? schema.prefixItems
    : Array.isArray(schema.items)
      ? schema.items
      : undefined;
  if (tuple) {
    const members = tuple.map((item) => convert(item, context, { ...inside, place: undefined }));
    return { type: "array", items: members.length > 0 ? { anyOf: members } : {} };
  }
  let items = schema.items;
  // An enum beside `type: array` is meant for the items.
  if (Array.isArray(schema.enum) && isObject(items) && items.enum === undefined && items.$ref === undefined) {
    items = { ...items, enum: schema.enum };
  }
  return { type: "array", items: items === undefined ? {} : convert(items, context, inside) };
}

function convertObject(schema: JsonObject, context: ConvertContext, at: Position): JsonObject {
  const object: JsonObject = { type: "object" };
  const properties = isObject(schema.properties) ? { ...ownEntries(schema.properties) } : {};
  const required = new Set(requiredNames(schema));
  const own = at.depth === 0 ? context.discriminators : new Map<string, readonly string[]>();
  const converted: JsonObject = {};
  for (const [name, value] of Object.entries(properties)) {
    const values = own.get(name);
    const closed = values !== undefined || (at.closed && isSingle(value));
    const inside: Position = {
      place: at.place && [...at.place, name],
      immediate: undefined,
      closed,
      depth: at.depth + 1,
    };
    const property = values && values.length > 0 ? discriminated(values, value) : convert(value, context, inside);
    if (values && values.length > 0) required.add(name);
    setOwn(converted, name, property);
    const skipped = isObject(value) && (context.direction === "request" ? value.readOnly : value.writeOnly) === true;
    if (skipped) required.delete(name);
  }
  for (const [name, values] of own) {
    if (values.length === 0 || Object.hasOwn(converted, name)) continue;
    setOwn(converted, name, discriminated(values, undefined));
    required.add(name);
  }
  if (Object.keys(converted).length > 0) object.properties = converted;
  const listed = [...required].filter((name) => Object.hasOwn(converted, name)).sort();
  if (listed.length > 0) object.required = listed;
  const rest = additional(schema, context, at, Object.keys(converted).length > 0);
  if (rest !== undefined) object.additionalProperties = rest;
  return object;
}

/** The type of properties not named, or undefined where there are none. */
function additional(schema: JsonObject, context: ConvertContext, at: Position, named: boolean): Json | undefined {
  const patterns = isObject(schema.patternProperties) ? Object.values(schema.patternProperties) : [];
  const stated = [schema.additionalProperties, ...patterns].filter((value) => value !== undefined && value !== false);
  if (stated.length === 0) return undefined;
  // Beside named properties a narrower index signature would forbid their values in what a caller writes.
  if (stated.some((value) => value === true) || (named && context.direction === "request")) return true;
  const inside: Position = { place: undefined, immediate: undefined, closed: false, depth: at.depth + 1 };
  const types = stated.map((value) => convert(value, context, inside));
  const [only] = types;
  return types.length === 1 && only ? (Object.keys(only).length === 0 ? true : only) : { anyOf: types };
}

/** `allOf`, `anyOf` and `oneOf` as a list of schemas that all hold. */
function convertComposition(
  schema: JsonObject,
  type: string | undefined,
  context: ConvertContext,
  at: Position,
): JsonObject[] {
  const parts: JsonObject[] = [];
  const below = (kind: ImmediateKind, closed: boolean): Position => ({
    place: undefined,
    immediate:
      at.immediate &&
      (kind === "extends" ? (at.depth === 0 || at.immediate === "extends" ? "extends" : "union") : "union"),
    closed,
    depth: at.depth + 1,
  });
  for (const item of Array.isArray(schema.allOf) ? schema.allOf : []) {
    if (!saysSomething(item)) continue;
    const place = isObject(item) && item.$ref === undefined ? at.place : undefined;
    parts.push(convert(withRequired(item, schema), context, { ...below("extends", at.closed), place }));
  }
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const members = Array.isArray(schema[keyword]) ? schema[keyword] : [];
    const telling = members.filter(saysSomething);
    // A member that says nothing allows everything, so the union says nothing either.
    if (
      telling.length === 0 ||
      (telling.length < members.length && !members.every(saysSomething) && hasProperties(schema))
    )
      continue;
    const single = telling.length === 1 ? at.closed : true;
    const converted = telling.map((member) => convert(inheritType(member, type), context, below("union", single)));
    const [only] = converted;
    parts.push(converted.length === 1 && only ? only : { anyOf: converted });
  }
  const extended =
    at.depth === 0 && parts.length > 0 && !hasProperties(schema) ? discriminatorPart(context) : undefined;
  return extended ? [...parts, extended] : parts;
}

/** The discriminator properties of a component schema that has no properties of its own. */
function discriminatorPart(context: ConvertContext): JsonObject | undefined {
  const entries = [...context.discriminators].filter(([, values]) => values.length > 0);
  if (entries.length === 0) return undefined;
  const properties: JsonObject = {};
  for (const [name, values] of entries) setOwn(properties, name, discriminated(values, undefined));
  return { type: "object", properties, required: entries.map(([name]) => name) };
}

function discriminated(values: readonly string[], stated: Json | undefined): JsonObject {
  return {
    ...typed(enumType(values, { open: false, nullable: false })),
    ...(isObject(stated) ? annotations(stated) : {}),
  };
}

/** The text of a schema that belongs into the JSDoc of its property. */
function annotations(schema: JsonObject): JsonObject {
  const note: JsonObject = {};
  const description = typeof schema.description === "string" ? schema.description : schema.title;
  if (typeof description === "string" && description.trim() !== "") note.description = commentText(description.trim());
  if (typeof schema.format === "string" && schema.format !== "") note.format = commentText(schema.format);
  if (schema.deprecated === true) note.deprecated = true;
  if (schema.default !== undefined) note.default = defaultText(schema.default);
  return note;
}

/** A default value as comment text. */
export function defaultText(value: Json): string {
  return commentText(typeof value === "string" ? value : JSON.stringify(value)).slice(0, 500);
}

function typed(source: string): JsonObject {
  return { type: "string", [TYPE_KEY]: source };
}

function withNull(schema: JsonObject): JsonObject {
  if (Object.keys(schema).length === 0) return schema;
  return { anyOf: [schema, typed("null")] };
}

/** The non-null type names of a schema, in the spelling of the standard; names nobody knows are left out. */
function typeNames(schema: JsonObject): string[] {
  const names = [schema.type].flat().filter((type) => typeof type === "string");
  return [...new Set(names.flatMap((name) => TYPES[name.toLowerCase()] ?? []))];
}

function isBinary(schema: JsonObject, type: string | undefined): boolean {
  if (type !== "string" && type !== undefined) return false;
  if (schema.format === "binary") return true;
  return (
    typeof schema.contentMediaType === "string" &&
    schema.contentEncoding === undefined &&
    /octet-stream|^image\/|^audio\/|^video\//.test(schema.contentMediaType)
  );
}

function hasProperties(schema: JsonObject): boolean {
  if (isObject(schema.properties) && Object.keys(schema.properties).length > 0) return true;
  return (
    schema.patternProperties !== undefined ||
    (schema.additionalProperties !== undefined && schema.additionalProperties !== false)
  );
}

function requiredNames(schema: JsonObject): string[] {
  return Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === "string") : [];
}

/** Whether a member of a composition has anything to say about types; `{ required: [...] }` alone has not. */
function saysSomething(member: Json | undefined): boolean {
  if (!isObject(member)) return member === false;
  return [
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
  ].some((keyword) => member[keyword] !== undefined);
}

function inheritType(member: Json, type: string | undefined): Json {
  if (!isObject(member) || type === undefined || member.type !== undefined || member.$ref !== undefined) return member;
  if (member.allOf !== undefined || member.anyOf !== undefined || member.oneOf !== undefined) return member;
  return { ...member, type };
}

/** Names required beside `allOf` apply to inline members that define them. */
function withRequired(item: Json, schema: JsonObject): Json {
  if (!isObject(item) || !isObject(item.properties) || !Array.isArray(schema.required)) return item;
  const own = Array.isArray(item.required) ? item.required : [];
  return { ...item, required: [...own, ...schema.required] };
}

function isSingle(schema: Json | undefined): boolean {
  return isObject(schema) && Array.isArray(schema.enum) && schema.enum.length === 1;
}

function constant(value: Json): Json {
  return value !== null && typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;
}

function ownEntries(object: JsonObject): JsonObject {
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(object)) setOwn(copy, key, value);
  return copy;
}
