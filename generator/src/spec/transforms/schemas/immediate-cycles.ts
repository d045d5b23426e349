import { isObject, type JsonObject } from "../../json.ts";
import { schemaKey } from "./schema-usage.ts";
import { stronglyConnected } from "./strongly-connected.ts";

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
  const edges = new Map(Object.entries(schemas).map(([key, schema]) => [key, immediateRefs(schema)]));
  const all = stronglyConnected(edges);
  const together = (self: string, target: string) => all.get(self) !== undefined && all.get(self) === all.get(target);
  const left = [...edges.keys()].map((self): [string, ReadonlySet<string>] => {
    const kept = new Set<string>();
    // A parent that is printed in place brings along what it refers to itself, but for the union of its heirs.
    const seen = new Set([self]);
    const queue = [edges.get(self) as ReadonlyMap<string, ImmediateKind>];
    for (let refs = queue.pop(); refs !== undefined; refs = queue.pop()) {
      for (const [target, kind] of refs) {
        if (kind === "union" || !together(self, target)) kept.add(target);
        else if (!seen.has(target)) {
          seen.add(target);
          const parent = schemas[target];
          queue.push(immediateRefs(isObject(parent) ? withoutUnion(parent) : parent));
        }
      }
    }
    return [self, kept];
  });
  const rest = stronglyConnected(new Map(left));
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
