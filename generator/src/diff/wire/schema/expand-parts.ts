import { isObject, type JsonObject } from "../../../spec/json.ts";
import { lookUp } from "../../../spec/transforms/resolve-ref.ts";
import type { Part } from "./schema-view.ts";

/** A part that is a plain object: its references are followed, its `allOf` stands beside it. */
export interface Leaf {
  readonly node: JsonObject;
  readonly pointer: string;
}

const ANNOTATIONS = new Set(["description", "title", "summary", "example", "examples", "deprecated", "default"]);

/** Follows the references of parts that are nothing but one, so that the same component is known to be the same. */
export function resolveParts(document: JsonObject, parts: readonly Part[]): Part[] {
  return parts.map((part) => {
    let { node, pointer } = part;
    for (let hops = 0; hops < 50 && isObject(node) && typeof node.$ref === "string"; hops += 1) {
      if (Object.keys(node).some((key) => key !== "$ref")) break;
      const target = lookUp(document, node.$ref);
      if (target === undefined) break;
      pointer = decoded(node.$ref);
      node = target;
    }
    return { node, pointer };
  });
}

/** Everything that holds for a value of these parts at once: each part itself, what it refers to, and its `allOf`. */
export function expandParts(document: JsonObject, parts: readonly Part[]): Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<string>();
  const queue = [...parts].reverse();
  while (queue.length > 0) {
    const { node, pointer } = queue.pop() as Part;
    if (!isObject(node) || seen.has(pointer)) continue;
    seen.add(pointer);
    const beneath: Part[] = [];
    if (typeof node.$ref === "string") {
      const target = lookUp(document, node.$ref);
      if (target !== undefined) beneath.push({ node: target, pointer: decoded(node.$ref) });
    }
    for (const keyword of ["allOf", "oneOf", "anyOf"] as const) {
      const members = Array.isArray(node[keyword]) ? node[keyword] : [];
      // A union of one member is that member.
      const only = keyword === "allOf" ? members : telling(document, members).length === 1 ? members : [];
      for (const [index, member] of only.entries()) {
        if (isObject(member)) beneath.push({ node: member, pointer: `${pointer}/${keyword}/${index}` });
      }
    }
    if (Object.keys(node).some((key) => key !== "$ref" && key !== "allOf")) leaves.push({ node, pointer });
    queue.push(...beneath.reverse());
  }
  // Words beside a reference describe the reference, not a second schema.
  return leaves.some(({ node }) => !isAnnotation(node)) ? leaves : leaves.slice(0, 1);
}

/** The members of a union that are not only null. */
export function telling<T>(document: JsonObject, members: readonly T[]): T[] {
  return members.filter((member) => {
    const node = isObject(member) && typeof member.$ref === "string" ? lookUp(document, member.$ref) : member;
    if (!isObject(node)) return true;
    const types = [node.type].flat();
    const isNull = types.length === 1 && types[0] === "null";
    const onlyNull = Array.isArray(node.enum) && node.enum.length > 0 && node.enum.every((value) => value === null);
    return !isNull && !onlyNull && node.const !== null;
  });
}

function isAnnotation(node: JsonObject): boolean {
  return Object.keys(node).every((key) => ANNOTATIONS.has(key) || key.startsWith("x-") || key === "$ref");
}

function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}
