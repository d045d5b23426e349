import path from "node:path";
import { FORM_NOTES } from "./context/form-notes.ts";
import { originOf } from "./context/origin-of.ts";
import type { TemplateVariable } from "./list-variables.ts";

/** Where the table of variables starts and ends in the README of the templates. */
const START = "<!-- variables: start -->";
const END = "<!-- variables: end -->";

/**
 * Puts the table of variables between its marks in a text.
 * @param users the templates that use each variable, by its whole name
 * @throws Error where the marks are missing
 */
export function renderVariables(
  text: string,
  variables: readonly TemplateVariable[],
  users: ReadonlyMap<string, readonly string[]> = new Map(),
): string {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 || end < start)
    throw new Error(`The text lacks the marks ${START} and ${END} that the table goes between.`);
  const rows = variables.map(
    ({ name, type, example }) =>
      `| \`${name}\` | ${type} | ${from(name)} | ${form(name)} | ${usedIn(users.get(name))} | ${cell(example)} |`,
  );
  const head = ["| variable | type | where from | printed as | used in | example |", "|---|---|---|---|---|---|"];
  const table = [...head, ...rows].join("\n");
  return `${text.slice(0, start + START.length)}\n${table}\n${text.slice(end)}`;
}

/** Where the spec says it, and the source file that decides it, below `generator/src`. */
function from(name: string): string {
  const origin = originOf(name);
  if (!origin) return "";
  const pointers = origin.spec.map((pointer) => `\`${pointer}\``);
  return [...pointers, `[${path.posix.basename(origin.transform)}](../generator/src/${origin.transform})`].join(" ");
}

/** The first two templates that use it, and how many more. */
function usedIn(templates: readonly string[] = []): string {
  const names = templates.slice(0, 2).map((template) => `[${template.replace(/\.mustache$/, "")}](${template})`);
  return [...names, ...(templates.length > 2 ? [`and ${templates.length - 2} more`] : [])].join(" ");
}

function form(name: string): string {
  const origin = originOf(name);
  return origin ? FORM_NOTES[origin.form] : "";
}

/** An example as inline code, in one line of at most 60 characters. */
function cell(example: string): string {
  const line = example.trim().replace(/\s+/g, " ");
  if (line === "") return "";
  const short = line.length > 60 ? `${line.slice(0, 57)}...` : line;
  return short.includes("`") ? `\`\` ${short.replaceAll("|", "\\|")} \`\`` : `\`${short.replaceAll("|", "\\|")}\``;
}
