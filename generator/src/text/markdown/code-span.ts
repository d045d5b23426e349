import { escapeCharacter, UNSAFE_CHARACTERS } from "../comment-text.ts";

/**
 * Text as inline code, on one line. Blank text gives an empty string: Markdown has no empty code.
 * @param options.cell whether it will stand in a table cell, which ends at a bar, in code too
 */
export function codeSpan(text: string, options: { cell?: boolean } = {}): string {
  const line = SIMPLE.test(text) ? text : oneLine(text);
  if (line.trim() === "") return "";
  // There a backslash before the bar would be taken for its escape.
  if (options.cell && line.includes("\\|")) return htmlCode(line);
  const pad = /^`|`$|^ .* $/.test(line) ? " " : "";
  const fence = line.includes("`") ? "`".repeat(longestRun(line) + 1) : "`";
  return `${fence}${pad}${options.cell ? line.replaceAll("|", "\\|") : line}${pad}${fence}`;
}

/** Printable ASCII. */
const SIMPLE = /^[ -~]*$/;

function oneLine(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.join(" ").replaceAll("\t", " ").replace(UNSAFE_CHARACTERS, escapeCharacter);
}

function longestRun(line: string): number {
  return Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
}

function htmlCode(line: string): string {
  return `<code>${line.replace(/[^\w .,:;/=()?!@%'-]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}
