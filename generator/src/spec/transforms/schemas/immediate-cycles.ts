import { isObject, type JsonObject } from "../../json.ts";
import { schemaKey } from "./schema-usage.ts";

/** What to print instead of a reference that would make a type contain itself. */
export type CycleBreak = "base" | "unknown" | undefined;

/** How a schema refers to another without a property or array between: it is all of it, or one of several. */
export type ImmediateKind = "extends" | "union";

/**
 * Finds component schemas that contain themselves immediately: `Pet` is one of `Cat`, and `Cat` is all of `Pet`. TypeScript
 * refuses such types. What an heir takes from its parent is the parent's base, without the union of its heirs; any cycle
 * left after that says nothing, and its references become unknown.
 */
export function immediateCycles(
  schemas: JsonObject,
): (self: string, target: string, kind: ImmediateKind) => CycleBreak {
  const edges = withoutEnds(new Map(Object.entries(schemas).map(([key, schema]) => [key, immediateRefs(schema)])));
  const all = stronglyConnected(edges, () => true);
  const together = (self: string, target: string) => all.get(self) !== undefined && all.get(self) === all.get(target);
  const rest = stronglyConnected(edges, (self, target, kind) => kind === "union" || !together(self, target));
  return (self, target, kind) => {
    if (kind === "extends" && together(self, target)) return "base";
    return rest.get(self) !== undefined && rest.get(self) === rest.get(target) ? "unknown" : undefined;
  };
}

/** The part of a schema that its heirs share: without the union of those heirs. */
export function withoutUnion(schema: JsonObject): JsonObject {
  const { oneOf: _one, anyOf: _any, discriminator: _discriminator, ...base } = schema;
  return base;
}

type Edges = ReadonlyMap<string, ReadonlyMap<string, ImmediateKind>>;

/** Leaves out what refers to nothing: no circle goes through it. */
function withoutEnds(edges: Edges): Edges {
  return new Map([...edges].filter(([, refs]) => refs.size > 0));
}

function immediateRefs(schema: unknown): Map<string, ImmediateKind> {
  const refs = new Map<string, ImmediateKind>();
  const queue: { value: unknown; kind: ImmediateKind }[] = [{ value: schema, kind: "union" }];
  for (let first = true; queue.length > 0; first = false) {
    const { value, kind } = queue.pop() as (typeof queue)[number];
    if (!isObject(value)) continue;
    const key = schemaKey(value.$ref);
    if (key !== undefined && refs.get(key) !== "union") refs.set(key, kind);
    if (key !== undefined) continue;
    const parents = Array.isArray(value.allOf) ? value.allOf : [];
    queue.push(
      ...parents.map((item) => ({ value: item, kind: first || kind === "extends" ? ("extends" as const) : kind })),
    );
    const members = [value.anyOf, value.oneOf].filter(Array.isArray).flat();
    queue.push(...members.map((item) => ({ value: item, kind: "union" as const })));
  }
  return refs;
}

/** Number of the strongly connected component of each node (Tarjan's algorithm, without recursion). */
function stronglyConnected(
  edges: Edges,
  keep: (self: string, target: string, kind: ImmediateKind) => boolean,
): Map<string, number> {
  const targets = (self: string) =>
    [...(edges.get(self) ?? [])].filter(([target, kind]) => keep(self, target, kind)).map(([target]) => target);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const stack: string[] = [];
  let components = 0;
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const work = [{ node: root, next: targets(root) }];
    const enter = (node: string) => {
      index.set(node, index.size);
      low.set(node, index.get(node) as number);
      stack.push(node);
    };
    enter(root);
    while (work.length > 0) {
      const frame = work.at(-1) as (typeof work)[number];
      const target = frame.next.pop();
      if (target !== undefined) {
        if (!edges.has(target)) continue;
        if (!index.has(target)) {
          enter(target);
          work.push({ node: target, next: targets(target) });
        } else if (!component.has(target)) {
          low.set(frame.node, Math.min(low.get(frame.node) as number, index.get(target) as number));
        }
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) low.set(parent.node, Math.min(low.get(parent.node) as number, low.get(frame.node) as number));
      if (low.get(frame.node) !== index.get(frame.node)) continue;
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        component.set(member, components);
        if (member === frame.node) break;
      }
      components += 1;
    }
  }
  return component;
}
