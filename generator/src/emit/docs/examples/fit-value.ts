import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { setOwn } from "../../../spec/transforms/canonicalize.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { TUPLE_KEY } from "../../../spec/transforms/schemas/convert-array.ts";
import { TYPE_KEY } from "../../../spec/transforms/schemas/typed.ts";
import { acceptsValue } from "./accepts-value.ts";
import { constantType } from "./constant-type.ts";
import type { ExampleObject, ExampleValue } from "./example-value.ts";
import { literalUnion } from "./literal-union.ts";
import { mergeObject } from "./merge-object.ts";
import { SourceCode } from "./source-code.ts";

/** Items of an array that are shown. */
const MOST_ITEMS = 3;
/** The type of a file that is sent, as the transform writes it. */
const FILE = "(Blob | string)";
/** Levels below which arrays are left empty unless an example says otherwise. */
const DEEPEST_ITEM = 4;
/** Levels after which a type that contains itself is given up. */
const DEEPEST = 40;

/**
 * A value that is of a prepared schema's type, as close to `candidate` as it can be: what the candidate lacks is filled in,
 * what the type has no place for is left out. So it compiles, whatever a spec's own examples say.
 *
 * @param types the document the type emitter reads
 * @param schema a schema of it
 * @returns undefined where no value is of the type
 */
export function fitValue(
  types: JsonObject,
  schema: Json | undefined,
  candidate: Json | undefined,
  depth = 0,
): ExampleValue | undefined {
  const target = resolveObject(types, schema) ?? {};
  if (depth > DEEPEST) return undefined;
  const source = target[TYPE_KEY];
  if (typeof source === "string") return fitSource(source, candidate);
  if (Array.isArray(target.anyOf)) {
    const member = chooseMember(types, target, candidate);
    return member && fitValue(types, member, candidate, depth + 1);
  }
  if (Array.isArray(target.allOf)) return fitIntersection(types, target, candidate, depth);
  switch (target.type) {
    case "array":
      return fitArray(types, target, candidate, depth);
    case "object":
      return fitObject(types, target, candidate, depth);
    case "string":
      if (typeof candidate === "string") return candidate;
      return candidate === undefined || candidate === null ? "example" : JSON.stringify(candidate);
    case "integer":
    case "number":
      return Number.isFinite(Number(candidate ?? 1)) ? Number(candidate ?? 1) : 1;
    case "boolean":
      return candidate !== false;
    default:
      return candidate === undefined ? "example" : (candidate as ExampleValue);
  }
}

function fitSource(source: string, candidate: Json | undefined): ExampleValue | undefined {
  const constant = constantType(source);
  if (constant !== undefined) return constant as ExampleValue;
  const union = literalUnion(source);
  if (union) {
    const isOther = union.open && (typeof candidate === "string" || typeof candidate === "number");
    if (isOther || union.values.some((value) => value === candidate)) return candidate as ExampleValue;
    return union.values.find((value) => value !== null) ?? union.values[0];
  }
  if (source === "URLSearchParams" || source === "FormData") return new SourceCode(`new ${source}()`);
  // A property that takes both is a file.
  if (source !== FILE && source.includes("string") && typeof candidate === "string") return candidate;
  if (source.includes("Blob")) return new SourceCode(`new Blob(["example"])`);
  return undefined;
}

/** The member of a union that the candidate is meant for, else the first that is more than null. */
function chooseMember(types: JsonObject, { anyOf }: JsonObject, candidate: Json | undefined): JsonObject | undefined {
  const members = (anyOf as Json[]).filter(isObject);
  const accepting =
    candidate === undefined ? undefined : members.find((member) => acceptsValue(types, member, candidate));
  if (accepting) return accepting;
  const telling = members.filter((member) => member[TYPE_KEY] !== "null" && member[TYPE_KEY] !== "never");
  const shared = (member: JsonObject) => {
    const properties = resolveObject(types, member)?.properties;
    if (!isObject(candidate) || !isObject(properties)) return 0;
    return Object.keys(candidate).filter((name) => Object.hasOwn(properties, name)).length;
  };
  return [...telling].sort((a, b) => shared(b) - shared(a))[0] ?? members[0];
}

function fitIntersection(types: JsonObject, target: JsonObject, candidate: Json | undefined, depth: number) {
  const merged = mergeObject(types, target, (union) => chooseMember(types, union, candidate));
  if (merged) return fitObject(types, merged, candidate, depth);
  for (const member of target.allOf as Json[]) {
    const value = fitValue(types, member, candidate, depth + 1);
    const others = (target.allOf as Json[]).filter((other) => other !== member);
    if (others.every((other) => value instanceof SourceCode || acceptsValue(types, other, value as Json))) return value;
  }
  return undefined;
}

function fitArray(types: JsonObject, target: JsonObject, candidate: Json | undefined, depth: number): ExampleValue {
  const given = Array.isArray(candidate) ? candidate : [];
  const places = Array.isArray(target[TUPLE_KEY]) ? target[TUPLE_KEY].filter(isObject) : [];
  const first = places
    .filter(({ optional }, index) => optional !== true || index < given.length)
    .map(({ schema }, index) => fitValue(types, schema, given[index], depth + 1) ?? null);
  if (places.length > 0) return first;
  const items = wantedItems(candidate, depth).map((item) => fitValue(types, target.items, item, depth + 1));
  return items.filter((item) => item !== undefined);
}

/** An array that nothing is said about has one item, but not where arrays hold arrays without end. */
function wantedItems(candidate: Json | undefined, depth: number): (Json | undefined)[] {
  if (Array.isArray(candidate)) return candidate.slice(0, MOST_ITEMS);
  if (candidate !== undefined) return [candidate];
  return depth > DEEPEST_ITEM ? [] : [undefined];
}

function fitObject(
  types: JsonObject,
  target: JsonObject,
  candidate: Json | undefined,
  depth: number,
): ExampleObject | undefined {
  const given = isObject(candidate) ? candidate : {};
  const properties = isObject(target.properties) ? target.properties : {};
  const required = new Set(Array.isArray(target.required) ? target.required.map(String) : []);
  const object: JsonObject = {};
  for (const [name, property] of Object.entries(properties)) {
    const isGiven = Object.hasOwn(given, name) && given[name] !== undefined;
    // A name such as `constructor` may not be left out: the compiler would compare what every object inherits.
    if (!isGiven && !required.has(name) && !(name in Object.prototype)) continue;
    const value = fitValue(types, property, isGiven ? given[name] : undefined, depth + 1);
    if (value !== undefined) setOwn(object, name, value as Json);
    else if (required.has(name)) return undefined;
  }
  const rest = target.additionalProperties ?? (Object.keys(properties).length === 0 ? true : undefined);
  for (const [name, value] of rest === undefined ? [] : Object.entries(given)) {
    if (Object.hasOwn(properties, name) || value === undefined) continue;
    const fitted = isObject(rest) ? fitValue(types, rest, value, depth + 1) : value;
    if (fitted !== undefined) setOwn(object, name, fitted as Json);
  }
  return object as ExampleObject;
}
