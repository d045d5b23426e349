import type { TemplateVariable } from "../list-variables.ts";

/** What a name may hold, over all specs. */
export interface VariableShape {
  /** Of `text`, `true`, `false`, `list`, `object`. */
  readonly types: ReadonlySet<string>;
  /** Members of the object, or of each item of the list. */
  readonly members: ReadonlyMap<string, VariableShape>;
}

interface Growing {
  readonly types: Set<string>;
  readonly members: Map<string, Growing>;
}

/** Puts variables, listed by their whole names, into a tree: `x-sailkit-operation.codecs[].name` becomes three levels. */
export function variableShapes(variables: readonly TemplateVariable[]): ReadonlyMap<string, VariableShape> {
  const root: Growing = { types: new Set(), members: new Map() };
  for (const { name, type } of variables) {
    let shape = root;
    for (const part of name.split(".")) {
      const key = part.replace(/\[\]$/, "");
      const member = shape.members.get(key) ?? { types: new Set<string>(), members: new Map<string, Growing>() };
      shape.members.set(key, member);
      shape = member;
    }
    if (!name.endsWith("[]")) for (const one of type.split(" or ")) shape.types.add(one);
  }
  return root.members;
}
