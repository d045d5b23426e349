import { isObject, type JsonObject } from "../../../spec/json.ts";
import { schemaKey } from "../../../spec/transforms/schemas/schema-usage.ts";
import type { Direction } from "../../change.ts";
import { referencesIn } from "../../references-in.ts";
import { sameValue } from "../../same-value.ts";
import { changedComponents } from "./changed-components.ts";
import { compareViews } from "./compare-views.ts";
import type { Difference, Edge } from "./difference.ts";
import { resolveParts } from "./expand-parts.ts";
import { variantMatcher } from "./match-variants.ts";
import type { Part } from "./schema-view.ts";
import { viewSchema } from "./view-schema.ts";

/** A difference, and everything it reaches. */
export interface ReachedDifference extends Difference {
  readonly directions: readonly Direction[];
  /** Operations that reach it, in code-unit order. */
  readonly operations: readonly string[];
}

interface Node {
  readonly differences: readonly Difference[];
  /** Who contains it: the pairs above, and the direction in which the value does not travel from there. */
  readonly users: { readonly node: Node; readonly not: Direction | undefined }[];
  /** Where it is the whole of a parameter or body. */
  readonly roots: { readonly operation: string; readonly direction: Direction }[];
}

/** Compares pairs of schemas, each pair once however many operations use it. */
export class SchemaGraph {
  readonly #old: JsonObject;
  readonly #new: JsonObject;
  readonly #changed: ReadonlySet<string>;
  readonly #match: ReturnType<typeof variantMatcher>;
  readonly #nodes = new Map<string, Node>();
  readonly #pending: { readonly node: Node; readonly edges: readonly Edge[] }[] = [];

  constructor(oldDocument: JsonObject, newDocument: JsonObject) {
    this.#old = oldDocument;
    this.#new = newDocument;
    this.#changed = changedComponents(oldDocument, newDocument);
    this.#match = variantMatcher(oldDocument, newDocument);
  }

  /** Says that an operation sends or answers a value of these schemas. An empty list stands for a schema that says nothing. */
  add(old: readonly Part[], next: readonly Part[], operation: string, direction: Direction): void {
    this.#visit(old, next)?.roots.push({ operation, direction });
  }

  /** Compares schemas that no operation need use. */
  addUnused(old: Part, next: Part): void {
    this.#visit([old], [next]);
  }

  /** Every difference, once. */
  differences(): ReachedDifference[] {
    const found = new Map<string, { difference: Difference; directions: Set<Direction>; operations: Set<string> }>();
    for (const node of this.#nodes.values()) {
      if (node.differences.length === 0) continue;
      const reached = reach(node);
      for (const difference of node.differences) {
        const key = `${difference.id}\n${difference.in}\n${difference.pointer}\n${difference.text}`;
        const entry = found.get(key) ?? { difference, directions: new Set(), operations: new Set() };
        found.set(key, entry);
        for (const { operation, direction } of reached) {
          if (difference.only !== undefined && difference.only !== direction) continue;
          entry.directions.add(direction);
          entry.operations.add(operation);
        }
      }
    }
    return [...found.values()]
      .filter(({ difference, directions }) => difference.only === undefined || directions.size > 0)
      .map(({ difference, directions, operations }) => ({
        ...difference,
        directions: [...directions].sort(),
        operations: [...operations].sort(),
      }));
  }

  /** The pair of two schemas, compared with all they contain; undefined where they are the same. */
  #visit(old: readonly Part[], next: readonly Part[]): Node | undefined {
    const start = this.#pair(old, next);
    // Specs may nest deeper than a stack does.
    for (let pair = this.#pending.pop(); pair; pair = this.#pending.pop()) {
      for (const edge of pair.edges) this.#pair(edge.old, edge.new)?.users.push({ node: pair.node, not: edge.not });
    }
    return start;
  }

  #pair(old: readonly Part[], next: readonly Part[]): Node | undefined {
    const before = resolveParts(this.#old, old);
    const after = resolveParts(this.#new, next);
    if (this.#same(before, after)) return undefined;
    const key = `${before.map(({ pointer }) => pointer).join("|")}→${after.map(({ pointer }) => pointer).join("|")}`;
    const known = this.#nodes.get(key);
    if (known) return known;
    const views = [viewSchema(this.#old, before), viewSchema(this.#new, after)] as const;
    const { differences, edges } = compareViews(...views, this.#match);
    const node: Node = { differences, users: [], roots: [] };
    this.#nodes.set(key, node);
    this.#pending.push({ node, edges });
    return node;
  }

  /** Whether two schemas say the same to the letter, with everything they contain. */
  #same(old: readonly Part[], next: readonly Part[]): boolean {
    return (
      old.length === next.length &&
      old.every(({ node }, index) => {
        const other = next[index]?.node;
        return sameValue(node, other) && !this.#refersToChanged(node);
      })
    );
  }

  #refersToChanged(node: Part["node"]): boolean {
    for (const key of referencesIn(node)) if (this.#changed.has(key)) return true;
    return isObject(node) && typeof node.$ref === "string" && schemaKey(node.$ref) === undefined;
  }
}

/** The operations and directions from which a pair is reached. */
function reach(node: Node): Node["roots"] {
  const seen = new Map<Node, Set<Direction>>();
  const roots = new Map<string, Node["roots"][number]>();
  const queue: { node: Node; directions: readonly Direction[] }[] = [{ node, directions: ["request", "response"] }];
  while (queue.length > 0) {
    const at = queue.pop() as (typeof queue)[number];
    const known = seen.get(at.node) ?? new Set();
    const directions = at.directions.filter((direction) => !known.has(direction));
    if (directions.length === 0) continue;
    seen.set(at.node, new Set([...known, ...directions]));
    for (const root of at.node.roots) {
      if (directions.includes(root.direction)) roots.set(`${root.direction} ${root.operation}`, root);
    }
    for (const user of at.node.users) {
      queue.push({ node: user.node, directions: directions.filter((direction) => direction !== user.not) });
    }
  }
  return [...roots.values()];
}
