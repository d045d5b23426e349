import { isObject, type JsonObject } from "../../spec/json.ts";
import { resolveParts } from "./schema/expand-parts.ts";
import type { Part } from "./schema/schema-view.ts";

/** A part that is an object, or the object its references end at, with the pointer of that; undefined for anything else. */
export function resolvePart(document: JsonObject, part: Part): { node: JsonObject; pointer: string } | undefined {
  const { node } = part;
  const bare =
    isObject(node) && typeof node.$ref === "string" ? { node: { $ref: node.$ref }, pointer: part.pointer } : part;
  const [resolved] = resolveParts(document, [bare]);
  return resolved && isObject(resolved.node) ? { node: resolved.node, pointer: resolved.pointer } : undefined;
}
