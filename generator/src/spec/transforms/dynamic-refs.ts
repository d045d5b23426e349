import { isObject, type Json, type JsonObject } from "../json.ts";
import { setOwn } from "./canonicalize.ts";
import { componentSchemas, schemaRef } from "./schemas/schema-usage.ts";

/**
 * The document with the dynamic references of its component schemas as plain ones: `$recursiveRef: "#"` leads to the component
 * it stands in, `$dynamicRef: "#node"` to the one that has the anchor. What would replace them at run time is not known.
 */
export function resolveDynamicRefs(document: JsonObject): JsonObject {
  if (typeof document.openapi === "string" && document.openapi.startsWith("3.0")) return document;
  const schemas = componentSchemas(document);
  const anchors = new Map<string, string>();
  for (const [key, schema] of Object.entries(schemas)) {
    const anchor = isObject(schema) ? schema.$dynamicAnchor : undefined;
    if (typeof anchor === "string" && !anchors.has(anchor)) anchors.set(anchor, key);
  }
  const resolved: JsonObject = {};
  for (const [key, schema] of Object.entries(schemas)) setOwn(resolved, key, withPlainRefs(schema, key, anchors));
  if (Object.keys(schemas).every((key) => resolved[key] === schemas[key])) return document;
  return { ...document, components: { ...(document.components as JsonObject), schemas: resolved } };
}

/** A value with its dynamic references replaced; the same value where it has none. */
function withPlainRefs(value: Json | undefined, self: string, anchors: ReadonlyMap<string, string>): Json | undefined {
  if (Array.isArray(value)) {
    const items = value.map((item) => withPlainRefs(item, self, anchors) as Json);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  let copy: JsonObject | undefined;
  for (const [key, child] of Object.entries(value)) {
    if (child === null || typeof child !== "object") continue;
    const plain = withPlainRefs(child, self, anchors);
    if (plain === child) continue;
    copy ??= { ...value };
    setOwn(copy, key, plain);
  }
  const target = dynamicTarget(value, self, anchors);
  if (target === undefined) return copy ?? value;
  const { $recursiveRef: _recursive, $dynamicRef: _dynamic, ...rest } = copy ?? value;
  return { ...rest, $ref: schemaRef(target) };
}

function dynamicTarget(
  { $ref, $recursiveRef, $dynamicRef }: JsonObject,
  self: string,
  anchors: ReadonlyMap<string, string>,
): string | undefined {
  if ($ref !== undefined) return undefined;
  if ($recursiveRef === "#") return self;
  return typeof $dynamicRef === "string" && $dynamicRef.startsWith("#") ? anchors.get($dynamicRef.slice(1)) : undefined;
}
