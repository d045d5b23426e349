import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { schemaKey } from "../../../spec/transforms/schemas/schema-usage.ts";
import { canonicalText } from "./canonical-text.ts";
import { expandParts, type Leaf, telling } from "./expand-parts.ts";
import { readConstraints } from "./read-constraints.ts";
import type { Part, SchemaView } from "./schema-view.ts";

const DOCUMENTATION = /^(?:title|description|summary|examples?|externalDocs|xml|\$comment|\$schema|\$id|x-.*)$/;

/** Keywords that are read below, or that say nothing about values. */
const KNOWN = new Set(
  (
    "$ref allOf oneOf anyOf type nullable format enum const properties required additionalProperties items prefixItems " +
    "minLength maxLength minItems maxItems minProperties maxProperties multipleOf uniqueItems pattern minimum maximum " +
    "exclusiveMinimum exclusiveMaximum default discriminator deprecated readOnly writeOnly $defs definitions"
  ).split(" "),
);

/** Reads everything a schema says, wherever it says it. */
export function viewSchema(document: JsonObject, parts: readonly Part[], depth = 0): SchemaView {
  const leaves = expandParts(document, parts);
  const nodes = leaves.map(({ node }) => node);
  const variants = leaves.flatMap((leaf) => variantsOf(document, leaf));
  const types = allowedTypes(nodes) ?? variantTypes(document, variants, depth);
  const values = allowedValues(nodes);
  const tuple = leaves.find(({ node }) => Array.isArray(node.prefixItems) || Array.isArray(node.items));
  return {
    self: parts,
    pointer: (leaves.find(({ node }) => !isBare(node)) ?? leaves[0] ?? parts[0])?.pointer ?? "",
    types,
    nullable: isNullable(document, nodes),
    format: nodes.map(({ format }) => format).find((format) => typeof format === "string" && format !== "") as
      | string
      | undefined,
    values,
    properties: propertiesOf(leaves),
    required: new Set(nodes.flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : []))),
    additional: additionalOf(leaves),
    items: itemsOf(leaves),
    tuple: tuple && tupleOf(tuple),
    variants,
    constraints: new Map(nodes.flatMap((node) => [...readConstraints(node)])),
    default: nodes.map((node) => node.default).find((value) => value !== undefined),
    discriminator: nodes.map(discriminatorOf).find((found) => found !== undefined),
    deprecated: nodes.some(({ deprecated }) => deprecated === true),
    readOnly: nodes.some(({ readOnly }) => readOnly === true),
    writeOnly: nodes.some(({ writeOnly }) => writeOnly === true),
    other: pick(nodes, (key) => !KNOWN.has(key) && !DOCUMENTATION.test(key)),
    documentation: pick(nodes, (key) => DOCUMENTATION.test(key)),
  };
}

function isBare(node: JsonObject): boolean {
  return Object.keys(node).every((key) => DOCUMENTATION.test(key) || key === "$ref" || key === "nullable");
}

/** The types that all parts allow; those they name where no type is in all of them. */
function allowedTypes(nodes: readonly JsonObject[]): string[] | undefined {
  let allowed: string[] | undefined;
  for (const node of nodes) {
    const stated = [node.type].flat().filter((type): type is string => typeof type === "string" && type !== "null");
    const types = stated.length > 0 ? stated : implied(node);
    if (!types) continue;
    const both: string[] = allowed?.filter((type) => types.includes(type)) ?? types;
    allowed = both.length > 0 ? both : types;
  }
  return allowed && [...new Set(allowed)].sort();
}

/** The types of all members of a union; undefined where one of them allows any. */
function variantTypes(document: JsonObject, variants: readonly Part[], depth: number): string[] | undefined {
  if (variants.length === 0 || depth > 8) return undefined;
  const each = variants.map((variant) => viewSchema(document, [variant], depth + 1).types);
  return each.some((types) => types === undefined)
    ? undefined
    : [...new Set(each.flatMap((types) => types ?? []))].sort();
}

function implied(node: JsonObject): string[] | undefined {
  if (isObject(node.properties) || isObject(node.additionalProperties)) return ["object"];
  if (node.items !== undefined || node.prefixItems !== undefined) return ["array"];
  return undefined;
}

function isNullable(document: JsonObject, nodes: readonly JsonObject[]): boolean {
  return nodes.some((node) => {
    const members = [node.oneOf, node.anyOf].filter(Array.isArray).flat();
    return (
      node.nullable === true ||
      [node.type].flat().includes("null") ||
      (Array.isArray(node.enum) && node.enum.includes(null)) ||
      (members.length > 0 && telling(document, members).length < members.length)
    );
  });
}

function allowedValues(nodes: readonly JsonObject[]): string[] | undefined {
  let allowed: string[] | undefined;
  for (const node of nodes) {
    const stated = Array.isArray(node.enum) ? node.enum : node.const !== undefined ? [node.const] : undefined;
    if (!stated || stated.length === 0) continue;
    const isString = node.type === "string";
    const values = stated
      .filter((value) => value !== null)
      .map((value) => canonicalText(isString && typeof value !== "object" ? String(value) : value));
    allowed = allowed?.filter((value) => values.includes(value)) ?? values;
  }
  return allowed && [...new Set(allowed)];
}

function propertiesOf(leaves: readonly Leaf[]): Map<string, Part[]> {
  const properties = new Map<string, Part[]>();
  for (const { node, pointer } of leaves) {
    if (!isObject(node.properties)) continue;
    for (const [name, value] of Object.entries(node.properties)) {
      const part = { node: value as Json, pointer: `${pointer}/properties/${token(name)}` };
      properties.set(name, [...(properties.get(name) ?? []), part]);
    }
  }
  return properties;
}

function additionalOf(leaves: readonly Leaf[]): Part[] | boolean | undefined {
  const stated = leaves.filter(({ node }) => node.additionalProperties !== undefined);
  const parts = stated
    .filter(({ node }) => isObject(node.additionalProperties) && Object.keys(node.additionalProperties).length > 0)
    .map(({ node, pointer }) => ({
      node: node.additionalProperties as Json,
      pointer: `${pointer}/additionalProperties`,
    }));
  if (parts.length > 0) return parts;
  if (stated.length === 0) return undefined;
  return !stated.some(({ node }) => node.additionalProperties === false);
}

function itemsOf(leaves: readonly Leaf[]): Part[] | undefined {
  const parts = leaves
    .filter(({ node }) => isObject(node.items))
    .map(({ node, pointer }) => ({ node: node.items as Json, pointer: `${pointer}/items` }));
  return parts.length > 0 ? parts : undefined;
}

function tupleOf({ node, pointer }: Leaf): Part[] {
  const keyword = Array.isArray(node.prefixItems) ? "prefixItems" : "items";
  return (node[keyword] as Json[]).map((member, index) => ({
    node: member,
    pointer: `${pointer}/${keyword}/${index}`,
  }));
}

function variantsOf(document: JsonObject, { node, pointer }: Leaf): Part[] {
  return (["oneOf", "anyOf"] as const).flatMap((keyword) => {
    const members = Array.isArray(node[keyword]) ? node[keyword] : [];
    const parts = members.map((member, index) => ({
      member,
      part: { node: member, pointer: `${pointer}/${keyword}/${index}` },
    }));
    const left = new Set(telling(document, members));
    // A union of one member is merged already.
    return left.size > 1 ? parts.filter(({ member }) => left.has(member)).map(({ part }) => part) : [];
  });
}

function discriminatorOf({ discriminator }: JsonObject): SchemaView["discriminator"] {
  if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return undefined;
  const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
  return {
    property: discriminator.propertyName,
    mapping: new Map(mapping.map(([value, target]) => [value, schemaKey(target) ?? String(target)])),
  };
}

function pick(nodes: readonly JsonObject[], wanted: (key: string) => boolean): string {
  const texts = nodes.flatMap((node) => {
    const keys = Object.keys(node).filter(wanted).sort();
    return keys.length > 0 ? [keys.map((key) => `${key}:${canonicalText(node[key])}`).join("\n")] : [];
  });
  return texts.sort().join("\n\n");
}

function token(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
