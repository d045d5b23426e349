import { escapeCharacter, UNSAFE_CHARACTERS } from "../comment-text.ts";

/**
 * Text as inline code, on one line. Blank text gives an empty string: Markdown has no empty code.
 * @param options.cell whether it will stand in a table cell, which ends at a bar, in code too
 */
export function codeSpan(text: string, options: { cell?: boolean } = {}): string {
  const line = text
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("\t", " ")
    .replace(UNSAFE_CHARACTERS, escapeCharacter);
  if (line.trim() === "") return "";
  // There a backslash before the bar would be taken for its escape.
  if (options.cell && line.includes("\\|")) return htmlCode(line);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? " " : "";
  return `${fence}${pad}${options.cell ? line.replaceAll("|", "\\|") : line}${pad}${fence}`;
}

function htmlCode(line: string): string {
  return `<code>${line.replace(/[^\w .,:;/=()?!@%'-]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}
