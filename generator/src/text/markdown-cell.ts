import { escapeInside } from "./markdown/escape-markdown.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import { printCell } from "./markdown/print-cell.ts";

/** Text without any of these is the same in Markdown and need not be parsed: most descriptions are. */
const MARKUP = /[\\`*_{}[\]<>&#|~\n\r\t]|^\s|\s$|[^\x20-\x7e]/;

/**
 * A CommonMark text of a spec on one line, for a table cell: inline formatting stays, blocks are set apart by `<br/>`. As
 * inert as `markdownText` makes it; empty for blank text.
 */
export function markdownCell(text: string): string {
  if (!MARKUP.test(text)) return text;
  const parsed = parseMarkdown(text);
  if (!parsed) return escapeInside(text.replace(/\s+/g, " ")).trim();
  return printCell(parsed.root.children, { cell: true, lineBreak: "<br/>", definitions: parsed.definitions });
}
