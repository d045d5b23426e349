import type { TemplateVariable } from "../list-variables.ts";

/**
 * Reads the table of variables that stands in the README of the templates. A test keeps it equal to what the transforms give,
 * so that nothing need be generated to know which names there are.
 * @throws Error where the text has no such table
 */
export function readVariableTable(text: string): TemplateVariable[] {
  const rows = text.matchAll(/^\| `(x-sailkit-[^`]+)` \| ([^|]*?) \|(.*)\|$/gm);
  const variables = [...rows].map(([, name = "", type = "", rest = ""]) => ({
    name,
    type,
    example: (rest.split(/(?<!\\)\|/).at(-1) ?? "").trim(),
  }));
  if (variables.length === 0)
    throw new Error("The README of the templates has no table of variables: run `pnpm templates:readme`.");
  return variables;
}
