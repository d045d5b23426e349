import { escapeCharacter, UNSAFE_CHARACTERS } from "../comment-text.ts";

/** What starts a block, a table, a directive or, in MDX, a module statement when it stands at the start of a line. */
const LINE_START = /^(?:[#>+=]|-|:(?=:)|\d{1,9}(?=[.)])|(?:import|export)(?![\w]))/;

/**
 * Plain text as Markdown that shows exactly this text, on GitHub and as MDX alike: no markup, no HTML, no JSX, no
 * expression, no module statement. Line breaks stay; blanks at the ends of lines go.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(UNSAFE_CHARACTERS, escapeCharacter)
    .split("\n")
    .map((line) => escapeLineStart(escapeInside(line.trim().replaceAll("\t", " "))))
    .join("\n");
}

/** The same for a piece of a line: its ends keep their blanks, and nothing is taken for the start of a line. */
export function escapeInside(text: string): string {
  return text
    .replace(UNSAFE_CHARACTERS, escapeCharacter)
    .replace(/[\\`*{}[\]~|]/g, "\\$&")
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
    .replaceAll(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;");
}

/** Takes its meaning from whatever the line starts with. */
export function escapeLineStart(line: string): string {
  const [start] = LINE_START.exec(line) ?? [];
  if (start === undefined) return line;
  if (/^\d/.test(start)) return `${start}\\${line.slice(start.length)}`;
  if (/^[ie]/.test(start)) return `&#${start.charCodeAt(0)};${line.slice(1)}`;
  return `\\${line}`;
}
