import type { VariableForm } from "./variable-origin.ts";

/** What each form is, and how it was made safe. */
export const FORM_NOTES: Readonly<Record<VariableForm, string>> = {
  name: "escaped: a TypeScript identifier",
  literal: "escaped: a TypeScript literal",
  type: "escaped: a TypeScript type",
  source: "escaped: TypeScript",
  comment: "escaped: text for a comment",
  markdown: "escaped: Markdown",
  cell: "escaped: Markdown for a cell of a table",
  yaml: "escaped: a YAML scalar",
  slug: "escaped: a slug of a-z, 0-9 and -",
  path: "escaped: a path of slugs",
  number: "escaped: digits",
  condition: "true or false: for sections",
};
