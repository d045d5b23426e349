import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { schemaKey } from "../../../spec/transforms/schemas/schema-usage.ts";
import { literal } from "../../../text/literal.ts";
import type { DocsSource } from "../docs-source.ts";
import type { ModelPage } from "../model-pages.ts";

/** A type as people read it in TypeScript, in parts that are alternatives: `A[] | null` has two. */
export interface TypePart {
  readonly text: string;
  /** The models named in it. */
  readonly models: readonly ModelPage[];
}

/** Literals up to this many characters are shown as a type; longer lists stand beside it. */
const LONGEST_UNION = 60;
/** Objects of up to this many members are shown in full. */
const MOST_MEMBERS = 3;
const DEEPEST = 8;
const UNKNOWN: TypePart = { text: "unknown", models: [] };

/** The type of a schema of the spec, null left out: whether a value may be null is told apart. */
export function typeParts(
  source: Pick<DocsSource, "models">,
  schema: Json | undefined,
  depth = 0,
): readonly TypePart[] {
  if (!isObject(schema) || depth > DEEPEST) return [UNKNOWN];
  if (typeof schema.$ref === "string") {
    const page = source.models.get(schemaKey(schema.$ref) ?? "");
    return page ? [{ text: page.name, models: [page] }] : [UNKNOWN];
  }
  const literals = literalTypes(schema);
  if (literals) return literals;
  const composed = composedParts(source, schema, depth);
  if (composed) return composed;
  const types = [schema.type].flat().filter((type) => typeof type === "string" && type !== "null") as string[];
  if (types.length === 0) return [ownPart(source, schema, undefined, depth)];
  return types.map((type) => ownPart(source, schema, type, depth));
}

/** One part for several: `(A | B)`. */
function joinParts(parts: readonly TypePart[], separator = " | "): TypePart {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const text = `(${parts.map((part) => part.text).join(separator)})`;
  return { text, models: [...new Set(parts.flatMap(({ models }) => models))] };
}

function literalTypes(schema: JsonObject): TypePart[] | undefined {
  if (schema.const !== undefined) return [{ text: literal(schema.const), models: [] }];
  if (!Array.isArray(schema.enum) || [schema.type].flat().includes("array")) return undefined;
  const values = schema.enum.filter((value) => value !== null).map((value) => literal(value));
  if (values.length === 0 || values.join(" | ").length > LONGEST_UNION) return undefined;
  return values.map((text) => ({ text, models: [] }));
}

function composedParts(source: Pick<DocsSource, "models">, schema: JsonObject, depth: number) {
  const members = [schema.oneOf, schema.anyOf].filter(Array.isArray).flat().filter(isObject);
  const alternatives = members
    .filter(({ type }) => type !== "null")
    .flatMap((one) => typeParts(source, one, depth + 1));
  const all = (Array.isArray(schema.allOf) ? schema.allOf : []).filter(isObject);
  const parents = all
    .map((one) => joinParts(typeParts(source, one, depth + 1)))
    .filter(({ text }) => text !== "unknown");
  if (alternatives.length > 0) return uniqueParts(alternatives);
  return parents.length > 0 ? [joinParts(uniqueParts(parents), " & ")] : undefined;
}

function uniqueParts(parts: readonly TypePart[]): TypePart[] {
  return parts.filter(({ text }, index) => parts.findIndex((other) => other.text === text) === index);
}

function ownPart(
  source: Pick<DocsSource, "models">,
  schema: JsonObject,
  type: string | undefined,
  depth: number,
): TypePart {
  if (type === "array" || (type === undefined && schema.items !== undefined)) {
    const items = joinParts(nullableParts(source, schema.items, depth + 1));
    return { text: `${items.text}[]`, models: items.models };
  }
  if (type === "object" || isObject(schema.properties) || isObject(schema.additionalProperties)) {
    const isMap = isObject(schema.additionalProperties) && !isObject(schema.properties);
    if (!isMap) return objectPart(source, schema, depth);
    const values = joinParts(nullableParts(source, schema.additionalProperties, depth + 1));
    return { text: `Record<string, ${withoutParentheses(values.text)}>`, models: values.models };
  }
  if (type === "string") return { text: schema.format === "binary" ? "Blob" : "string", models: [] };
  if (type === "integer" || type === "number") return { text: "number", models: [] };
  if (type === "boolean") return { text: "boolean", models: [] };
  return type === "file" ? { text: "Blob", models: [] } : UNKNOWN;
}

/** A small object in full: `{ id: string; name?: string }`. */
function objectPart(source: Pick<DocsSource, "models">, schema: JsonObject, depth: number): TypePart {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const properties = Object.entries(isObject(schema.properties) ? schema.properties : {});
  const isSmall =
    properties.length > 0 && properties.length <= MOST_MEMBERS && schema.additionalProperties === undefined;
  if (!isSmall) return { text: "object", models: [] };
  const members = properties.map(([name, property]) => {
    const part = joinParts(nullableParts(source, property, depth + 1));
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
    return { text: `${key}${required.has(name) ? "" : "?"}: ${withoutParentheses(part.text)}`, models: part.models };
  });
  const text = `{ ${members.map((member) => member.text).join("; ")} }`;
  if (text.length > LONGEST_UNION) return { text: "object", models: [] };
  return { text, models: [...new Set(members.flatMap(({ models }) => models))] };
}

function withoutParentheses(text: string): string {
  return text.replace(/^\((.*)\)$/, "$1");
}

/** Inside an array or map, null is part of the type. */
function nullableParts(source: Pick<DocsSource, "models">, schema: Json | undefined, depth: number): TypePart[] {
  const parts = typeParts(source, schema, depth);
  return isObject(schema) && schema.nullable === true ? [...parts, { text: "null", models: [] }] : [...parts];
}
