import type { TemplateFile } from "../../java/template-file.ts";
import type { TemplateSet } from "../language/template-set.ts";
import { namesUsed } from "../lint/names-used.ts";
import type { TemplateVariable } from "../list-variables.ts";
import { type VariableShape, variableShapes } from "./variable-shape.ts";

/** Which templates print each variable or open a section for it, by whole names; those that nobody uses are left out. */
export function variableUsers(
  set: TemplateSet,
  files: readonly TemplateFile[],
  variables: readonly TemplateVariable[],
): Map<string, readonly string[]> {
  const shapes = variableShapes(variables);
  const users = new Map<VariableShape, Set<string>>();
  for (const template of set.names) {
    const linted = { template, text: set.text(template), nodes: [], set, files, shapes };
    for (const { found } of namesUsed(linted)) {
      if (found) users.set(found, (users.get(found) ?? new Set()).add(template));
    }
  }
  return new Map(
    variables.flatMap(({ name }): [string, readonly string[]][] => {
      const shape = shapeOf(shapes, name);
      const found = shape && users.get(shape);
      return found ? [[name, [...found].sort()]] : [];
    }),
  );
}

function shapeOf(shapes: ReadonlyMap<string, VariableShape>, name: string): VariableShape | undefined {
  let members = shapes;
  let shape: VariableShape | undefined;
  for (const part of name.split(".")) {
    shape = members.get(part.replace(/\[\]$/, ""));
    members = shape?.members ?? new Map();
  }
  return shape;
}
