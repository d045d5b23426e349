import { isObject, type Json, type JsonObject } from "../../json.ts";
import { resolveObject } from "../resolve-ref.ts";
import { componentSchemas, schemaKey, schemaRef } from "./schema-usage.ts";

/** For a component schema: its discriminator properties, and the values that mean this schema (none: only keep it closed). */
export type Discriminators = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Finds the members of every discriminated union and hierarchy, so that their types narrow. */
export function findDiscriminators(document: JsonObject): Discriminators {
  const schemas = componentSchemas(document);
  const children = findChildren(schemas);
  const found = new Map<string, Map<string, Set<string>>>();
  const add = (key: string, property: string, value: string | undefined) => {
    const properties = found.get(key) ?? new Map<string, Set<string>>();
    found.set(key, properties);
    const values = properties.get(property) ?? new Set<string>();
    properties.set(property, values);
    if (value !== undefined && allows(document, key, property, value)) values.add(value);
  };
  const meet = (value: JsonObject, key: string | undefined) => {
    const discriminator = value.discriminator;
    if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return;
    const property = discriminator.propertyName;
    const listed = [value.oneOf, value.anyOf].filter(Array.isArray).flat();
    const members = new Set(listed.map((item) => (isObject(item) ? schemaKey(item.$ref) : undefined)));
    for (const heir of key === undefined ? [] : heirsOf(key, children)) members.add(heir);
    const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
    const mapped = new Set<string>();
    for (const [name, ref] of mapping) {
      const target = schemaKey(ref);
      if (target === undefined || !Object.hasOwn(schemas, target)) continue;
      mapped.add(target);
      if (target !== key) add(target, property, name);
    }
    for (const member of members) {
      if (member !== undefined && !mapped.has(member) && Object.hasOwn(schemas, member)) add(member, property, member);
    }
  };
  for (const [key, schema] of Object.entries(schemas)) if (isObject(schema)) meet(schema, key);
  for (const value of [...Object.values(schemas), document.paths])
    eachDiscriminated(value, (schema) => meet(schema, undefined));
  return new Map(
    [...found].map(([key, properties]) => [
      key,
      new Map([...properties].map(([p, values]) => [p, [...values].sort()])),
    ]),
  );
}

/** Calls back with every object that has a discriminator. */
function eachDiscriminated(value: Json | undefined, meet: (schema: JsonObject) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) if (item !== null && typeof item === "object") eachDiscriminated(item, meet);
  } else if (isObject(value)) {
    if (value.discriminator !== undefined) meet(value);
    for (const name of Object.keys(value)) {
      const child = value[name];
      if (child !== null && typeof child === "object" && name !== "example" && name !== "examples")
        eachDiscriminated(child, meet);
    }
  }
}

/** By component schema, those that name it in `allOf`. */
function findChildren(schemas: JsonObject): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [key, schema] of Object.entries(schemas)) {
    for (const item of isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf : []) {
      const parent = isObject(item) ? schemaKey(item.$ref) : undefined;
      if (parent === undefined || !Object.hasOwn(schemas, parent)) continue;
      const known = children.get(parent);
      if (known) known.push(key);
      else children.set(parent, [key]);
    }
  }
  return children;
}

/** The component schemas that extend one, at any distance. */
function heirsOf(key: string, children: ReadonlyMap<string, readonly string[]>): Set<string> {
  const heirs = new Set<string>();
  const queue = [key];
  for (let parent = queue.pop(); parent !== undefined; parent = queue.pop()) {
    for (const child of children.get(parent) ?? []) {
      if (child === key || heirs.has(child)) continue;
      heirs.add(child);
      queue.push(child);
    }
  }
  return heirs;
}

/** Whether a schema, or one it extends, leaves room for a value: an enum without it means the mapping is a slip. */
function allows(document: JsonObject, key: string, property: string, value: string): boolean {
  const seen = new Set<string>();
  const check = (name: string): boolean => {
    if (seen.has(name)) return true;
    seen.add(name);
    const schema = resolveObject(document, { $ref: schemaRef(name) });
    const parts = [schema, ...(Array.isArray(schema?.allOf) ? schema.allOf : [])];
    return parts.every((part) => {
      if (!isObject(part)) return true;
      const parent = schemaKey(part.$ref);
      if (parent !== undefined && part !== schema) return check(parent);
      const properties = isObject(part.properties) ? part.properties : {};
      const stated = Object.hasOwn(properties, property) ? resolveObject(document, properties[property]) : undefined;
      if (!stated) return true;
      if (stated.type !== undefined && ![stated.type].flat().includes("string")) return false;
      return !Array.isArray(stated.enum) || stated.enum.includes(value);
    });
  };
  return check(key);
}
