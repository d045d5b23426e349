import { JSONPathEnvironment } from "json-p3";
import type { Json } from "../json.ts";
import { limits } from "../read/limits.ts";

/** A place that a JSONPath query selected. */
export interface SelectedNode {
  readonly tokens: readonly (string | number)[];
  readonly value: Json;
}

const environment = new JSONPathEnvironment({ maxRecursionDepth: limits.maxDepth + 1 });

/**
 * The places of `document` that a JSONPath query (RFC 9535) selects, each once, in the query's order.
 *
 * @returns undefined when the query breaks the grammar.
 */
export function selectNodes(query: string, document: Json): readonly SelectedNode[] | undefined {
  const compiled = compile(query);
  if (compiled === undefined) return undefined;
  const nodes = new Map<string, SelectedNode>();
  for (const node of compiled.query(document as Parameters<typeof compiled.query>[0])) {
    nodes.set(JSON.stringify(node.location), { tokens: node.location, value: node.value as Json });
  }
  return [...nodes.values()];
}

function compile(query: string) {
  try {
    return environment.compile(query);
  } catch {
    return undefined;
  }
}
