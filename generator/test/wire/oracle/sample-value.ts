import { isObject, type Json, type JsonObject } from "../../../src/spec/json.ts";
import { resolve } from "./resolve.ts";

/** Where a value will stand: headers hold no more than printable ASCII. */
export type Place = "query" | "path" | "header" | "cookie" | "body";

const TEXT: Record<Place, string> = {
  query: "a b&c=d/e?f#g+h%20é,\"'$&",
  path: "a b/c?d#e%2e%2e$&é'",
  header: 'a b; c="d" %20',
  cookie: "a b;c=d,é&",
  body: 'é \u2028 " \\ $& </script>\n',
};

/** A value a schema allows, awkward where it can be. Required and optional properties alike are there. */
export function sampleValue(document: JsonObject, value: Json | undefined, place: Place, depth = 0): Json {
  const schema = resolve(document, value);
  const fixed = fixedValue(schema);
  if (fixed !== undefined) return fixed;
  if (depth > 6) return null;
  for (const key of ["oneOf", "anyOf"]) {
    const members = schema[key];
    if (!Array.isArray(members) || isObject(schema.properties)) continue;
    const samples = members.map((member) => sampleValue(document, member, place, depth + 1));
    const sample = samples.find((one) => one !== null);
    if (sample !== undefined) return sample;
  }
  if (Array.isArray(schema.allOf)) return mergedSample(document, schema, place, depth);
  return ofType(document, schema, place, depth);
}

function fixedValue(schema: JsonObject): Json | undefined {
  if (schema.const !== undefined) return schema.const;
  if (!Array.isArray(schema.enum)) return undefined;
  return schema.enum.find((one) => one !== null && one !== "") ?? undefined;
}

function mergedSample(document: JsonObject, schema: JsonObject, place: Place, depth: number): Json {
  const { allOf, ...rest } = schema;
  const parts = [...(allOf as Json[]), ...(isObject(rest.properties) ? [rest] : [])];
  const samples = parts.map((part) => sampleValue(document, part, place, depth + 1));
  const objects = samples.filter(isObject);
  return objects.length > 0 ? Object.assign({}, ...objects) : (samples[0] ?? null);
}

function ofType(document: JsonObject, schema: JsonObject, place: Place, depth: number): Json {
  switch (typeOf(schema)) {
    case "integer":
      return 7;
    case "number":
      return 1.5;
    case "boolean":
      return false;
    case "null":
      return null;
    case "array":
      return arraySample(document, schema, place, depth);
    case "object":
      return objectSample(document, schema, place, depth);
    default:
      return TEXT[place];
  }
}

function typeOf(schema: JsonObject): string {
  const [type] = [schema.type].flat().filter((one) => one !== "null" && one !== undefined);
  if (typeof type === "string") return type;
  if (schema.type === "null") return "null";
  if (isObject(schema.properties) || isObject(schema.additionalProperties)) return "object";
  return schema.items === undefined ? "string" : "array";
}

function arraySample(document: JsonObject, schema: JsonObject, place: Place, depth: number): Json {
  const item = sampleValue(document, schema.items, place, depth + 1);
  return typeof item === "string" ? [item, "second"] : [item];
}

function objectSample(document: JsonObject, schema: JsonObject, place: Place, depth: number): Json {
  const sample: JsonObject = {};
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  for (const [name, property] of properties) {
    const one = sampleValue(document, property, place, depth + 1);
    // An own property even where it is called __proto__.
    if (one !== null)
      Object.defineProperty(sample, name, { value: one, enumerable: true, configurable: true, writable: true });
  }
  if (properties.length === 0)
    sample.key = isObject(schema.additionalProperties)
      ? sampleValue(document, schema.additionalProperties, place, depth + 1)
      : "value";
  return sample;
}
