import type { Finding } from "../finding.ts";
import type { Json } from "../json.ts";
import { toPointer } from "../json-pointer.ts";
import { limits } from "../read/limits.ts";

/**
 * Checks nesting and number of values of a whole document, data included, before anything recurses into it. Takes no call
 * stack itself, however deep the document is.
 *
 * @returns at most one error.
 */
export function checkLimits(document: Json): Finding | undefined {
  let level: Json[] = [document];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.maxDepth) return tooDeep(document);
    nodes += level.length;
    if (nodes > limits.maxNodes) return tooLarge();
    const next: Json[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      for (const child of Array.isArray(value) ? value : Object.values(value)) {
        if (typeof child === "object" && child !== null) next.push(child);
        else nodes += 1;
      }
    }
    level = next;
  }
  return undefined;
}

function tooLarge(): Finding {
  return {
    severity: "error",
    rule: "too-large",
    pointer: "",
    message: `The document has more than ${limits.maxNodes} values.`,
    hint: "Split the document, or leave out the parts that no client needs.",
  };
}

function tooDeep(document: Json): Finding {
  return {
    severity: "error",
    rule: "too-deep",
    pointer: toPointer(wayToDepth(document).slice(0, 10)),
    message: `What stands here is nested more than ${limits.maxDepth} levels deep.`,
    hint: "Name the inner parts as components and refer to them.",
  };
}

/** The way to the first place at the limit, depth first. */
function wayToDepth(document: Json): (string | number)[] {
  const stack: { value: Json; token: string | number; depth: number }[] = [{ value: document, token: "", depth: 0 }];
  const way: (string | number)[] = [];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    way.length = Math.max(0, step.depth - 1);
    if (step.depth > 0) way.push(step.token);
    if (step.depth > limits.maxDepth) return way;
    const { value, depth } = step;
    if (typeof value !== "object" || value === null) continue;
    const children = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [token, child] of children) stack.push({ value: child as Json, token, depth: depth + 1 });
  }
  return way;
}
