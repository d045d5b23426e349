import { isObject, type Json } from "../../json.ts";
import { fromPointer, toPointer } from "../../json-pointer.ts";
import { isReference } from "../../walk/is-reference.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

type Edges = ReadonlyMap<string, "whole" | "choice">;

/**
 * A schema that is itself, by `$ref` or `allOf` alone, describes nothing. By way of `oneOf` or `anyOf` it happens in real
 * documents: a parent that lists its children, which extend it.
 */
export const circularComposition: Rule = {
  id: "circular-composition",
  kinds: ["components"],
  start: (report) => ({
    visit: ({ value, tokens }) => {
      const schemas = own(value, "schemas");
      if (!isObject(schemas)) return;
      const graph = new Map(Object.entries(schemas).map(([name, schema]) => [name, edgesOf(schema as Json)]));
      const base = toPointer([...tokens, "schemas"]);
      for (const circle of circles(graph)) {
        const names = circle.names.map((name) => JSON.stringify(name)).join(" → ");
        report({
          severity: circle.kind === "whole" ? "error" : "warning",
          pointer: `${base}${toPointer([circle.names[0] as string])}`,
          message:
            circle.kind === "whole"
              ? `The schema is defined by itself: ${names}. Nothing else says what it is.`
              : `The schema is one of its own alternatives: ${names}.`,
          hint: "Move what the schemas share into one that refers to none of them.",
        });
      }
    },
  }),
};

/** The components that a schema is wholly made of, or may be. What stands under properties or items is not followed. */
function edgesOf(schema: Json): Edges {
  const edges = new Map<string, "whole" | "choice">();
  const stack: { value: Json; kind: "whole" | "choice" }[] = [{ value: schema, kind: "whole" }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, kind } = step;
    if (isReference(value)) {
      const [components, section, name] = fromPointer(value.$ref.slice(1).replaceAll("%25", "%"));
      if (components === "components" && section === "schemas" && name !== undefined && edges.get(name) !== "whole") {
        edges.set(name, kind);
      }
    }
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      const members = own(value, keyword);
      if (!Array.isArray(members)) continue;
      const way = keyword === "allOf" || members.length === 1 ? kind : "choice";
      for (const member of members) stack.push({ value: member, kind: way });
    }
  }
  return edges;
}

interface Circle {
  readonly names: readonly string[];
  readonly kind: "whole" | "choice";
}

/** One circle for each schema at which a depth-first search comes back to its own way. No call stack: chains can be long. */
function* circles(graph: ReadonlyMap<string, Edges>): Generator<Circle> {
  // First by the ways that cannot be avoided, so that a real contradiction is never reported as a choice.
  for (const kinds of [["whole"], ["whole", "choice"]]) {
    const done = new Set<string>();
    for (const start of graph.keys()) yield* circlesFrom(start, graph, kinds, done);
  }
}

function* circlesFrom(
  start: string,
  graph: ReadonlyMap<string, Edges>,
  kinds: readonly string[],
  done: Set<string>,
): Generator<Circle> {
  if (done.has(start)) return;
  const next = (name: string) =>
    [...(graph.get(name) ?? [])].filter(([, kind]) => kinds.includes(kind)).map(([to]) => to);
  const way = [{ name: start, left: next(start) }];
  const onWay = new Set([start]);
  while (way.length > 0) {
    const here = way[way.length - 1] as { name: string; left: string[] };
    const to = here.left.pop();
    if (to === undefined) {
      way.pop();
      onWay.delete(here.name);
      done.add(here.name);
    } else if (onWay.has(to)) {
      const names = [...way.slice(way.findIndex(({ name }) => name === to)).map(({ name }) => name), to];
      const whole = names.slice(1).every((name, index) => graph.get(names[index] as string)?.get(name) === "whole");
      if (whole === (kinds.length === 1)) yield { names, kind: whole ? "whole" : "choice" };
    } else if (!done.has(to)) {
      way.push({ name: to, left: next(to) });
      onWay.add(to);
    }
  }
}
