import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { schemaKey } from "../../../spec/transforms/schemas/schema-usage.ts";

/** A property of a schema, or of an object inside it. */
export interface Field {
  /** `target.name`, `items[].id`. */
  readonly path: string;
  readonly schema: Json | undefined;
  readonly required: boolean;
}

/** Levels of objects in objects that are followed. */
const DEEPEST = 6;

/** What is required at some place: names, or nothing, since one alternative of several does not bind the others. */
type Required = ReadonlySet<Json> | "nothing";

/**
 * Every field of an object schema, those of its parents and of objects inside it included. Fields of a component schema
 * that a field refers to are left to that schema.
 */
export function collectFields(document: JsonObject, schema: Json | undefined): Field[] {
  const fields = new Map<string, Field>();
  const seen = new Set<string>();
  const collect = (value: Json | undefined, prefix: string, depth: number, outer: Required) => {
    const key = isObject(value) ? schemaKey(value.$ref) : undefined;
    const object = resolveObject(document, value);
    if (!object || depth > DEEPEST || (key !== undefined && seen.has(key))) return;
    if (key !== undefined) seen.add(key);
    // What is required beside allOf is so wherever it is defined.
    const required = outer === "nothing" ? outer : new Set([...outer, ...listOf(object.required)]);
    for (const parent of listOf(object.allOf)) collect(parent, prefix, depth, required);
    for (const member of [...listOf(object.oneOf), ...listOf(object.anyOf)]) {
      if (isObject(member) && member.$ref === undefined) collect(member, prefix, depth, "nothing");
    }
    for (const [name, property] of Object.entries(isObject(object.properties) ? object.properties : {})) {
      const path = `${prefix}${name}`;
      const isRequired = required !== "nothing" && required.has(name);
      if (!fields.has(path)) fields.set(path, { path, schema: property, required: isRequired });
      const [inner, suffix] = innerObject(property);
      if (inner) collect(inner, `${path}${suffix}.`, depth + 1, new Set());
    }
  };
  collect(schema, "", 0, new Set());
  return [...fields.values()];
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** An object described in place, directly or as the items of arrays, and what stands for the arrays. */
function innerObject(property: Json | undefined): [JsonObject | undefined, string] {
  let value = property;
  let suffix = "";
  while (isObject(value) && value.$ref === undefined && isObject(value.items) && suffix.length < 10) {
    value = value.items;
    suffix += "[]";
  }
  return isObject(value) && value.$ref === undefined ? [value, suffix] : [undefined, suffix];
}
