import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { setOwn } from "../../../spec/transforms/canonicalize.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { schemaKey } from "../../../spec/transforms/schemas/schema-usage.ts";
import { formatExample } from "./format-example.ts";

/** What a value is proposed for. */
export interface Proposal {
  readonly document: JsonObject;
  /** `request` leaves out what only answers hold, `response` what only requests hold. */
  readonly direction: "request" | "response";
}

/** Below this many levels only required properties are proposed. */
const DEEPEST_OPTIONAL = 3;
/** And below this many nothing is. */
const DEEPEST = 8;

/**
 * A plausible value of a schema, from what the spec itself says: examples, defaults, enums, formats and limits. It need not
 * be of the schema's type, since examples of specs often are not. Undefined where the spec says nothing.
 */
export function proposeValue(
  schema: Json | undefined,
  proposal: Proposal,
  trail: readonly string[] = [],
): Json | undefined {
  if (!isObject(schema) || trail.length > DEEPEST) return undefined;
  const key = schemaKey(schema.$ref);
  if (typeof schema.$ref === "string") {
    if (key === undefined || trail.includes(key)) return undefined;
    return proposeValue(resolveObject(proposal.document, schema), proposal, [...trail, key]);
  }
  const stated = statedValue(schema);
  if (stated !== undefined) return stated;
  const types = [schema.type].flat();
  if (types.includes("array") || schema.items !== undefined) return proposeArray(schema, proposal, trail);
  const composed = proposeComposition(schema, proposal, trail);
  if (isObject(schema.properties) || types.includes("object")) {
    return { ...(isObject(composed) ? composed : {}), ...proposeObject(schema, proposal, trail) };
  }
  return composed ?? formatExample(schema);
}

function statedValue(schema: JsonObject): Json | undefined {
  if (schema.example !== undefined) return schema.example;
  if (Array.isArray(schema.examples) && schema.examples[0] !== undefined) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined && schema.default !== null) return schema.default;
  const known = Array.isArray(schema.enum) ? schema.enum.find((value) => value !== null) : undefined;
  const isArray = [schema.type].flat().includes("array");
  return isArray ? undefined : known;
}

function proposeArray(schema: JsonObject, proposal: Proposal, trail: readonly string[]): Json {
  const item = proposeValue(schema.items, proposal, [...trail, "[]"]);
  return item === undefined ? [] : [item];
}

function proposeObject(schema: JsonObject, proposal: Proposal, trail: readonly string[]): JsonObject {
  const skipped = proposal.direction === "request" ? "readOnly" : "writeOnly";
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const object: JsonObject = {};
  for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (isObject(property) && property[skipped] === true) continue;
    if (!required.has(name) && trail.length > DEEPEST_OPTIONAL) continue;
    const value = proposeValue(property, proposal, [...trail, `.${name}`]);
    if (value !== undefined) setOwn(object, name, value);
  }
  return object;
}

/** What all of `allOf` propose together, or the first of `oneOf` and `anyOf` that proposes anything. */
function proposeComposition(schema: JsonObject, proposal: Proposal, trail: readonly string[]): Json | undefined {
  const members = [schema.oneOf, schema.anyOf].filter(Array.isArray).flat();
  const chosen = members.map((member) => () => proposeValue(member, proposal, trail));
  let value: Json | undefined;
  for (const propose of chosen) {
    value = propose();
    if (value !== undefined && value !== null) break;
  }
  for (const member of Array.isArray(schema.allOf) ? schema.allOf : []) {
    const part = proposeValue(member, proposal, trail);
    if (isObject(part)) value = { ...(isObject(value) ? value : {}), ...part };
    else value ??= part;
  }
  return value;
}
