import type { Finding } from "../finding.ts";
import { isObject, type Json } from "../json.ts";
import { toPointer } from "../json-pointer.ts";
import { limits } from "./limits.ts";

/**
 * Checks nesting and number of values of a whole document, data included, so that later stages may recurse into it.
 *
 * @returns an error for the first limit exceeded, with the pointer of a place on the way to it.
 */
export function checkLimits(document: Json): Finding | undefined {
  const nodes = countNodes(document, 0);
  if (nodes < 0) return tooDeep(document);
  if (nodes <= limits.maxNodes) return undefined;
  return {
    severity: "error",
    rule: "too-large",
    pointer: "",
    message: `The document has ${nodes} values; at most ${limits.maxNodes} are read.`,
    hint: "Split the document, or leave out the parts that no client needs.",
  };
}

/** The number of values, or a negative number where they are nested too deep. Recurses no deeper than the limit. */
function countNodes(value: Json, depth: number): number {
  if (depth > limits.maxDepth) return Number.NEGATIVE_INFINITY;
  let nodes = 1;
  if (Array.isArray(value)) {
    for (const child of value) nodes += typeof child === "object" && child !== null ? countNodes(child, depth + 1) : 1;
  } else if (isObject(value)) {
    for (const key in value) {
      const child = value[key] as Json;
      nodes += typeof child === "object" && child !== null ? countNodes(child, depth + 1) : 1;
    }
  }
  return nodes;
}

function tooDeep(document: Json): Finding {
  return {
    severity: "error",
    rule: "too-deep",
    pointer: toPointer((wayTooDeep(document, 0) ?? []).slice(0, 10)),
    message: `What stands here is nested more than ${limits.maxDepth} levels deep.`,
    hint: "Name the inner parts as components and refer to them.",
  };
}

function wayTooDeep(value: Json, depth: number): (string | number)[] | undefined {
  if (depth > limits.maxDepth) return [];
  if (typeof value !== "object" || value === null) return undefined;
  for (const [token, child] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const way = wayTooDeep(child as Json, depth + 1);
    if (way !== undefined) return [token, ...way];
  }
  return undefined;
}
