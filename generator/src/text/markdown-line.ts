import { escapeInside, escapeLineStart } from "./markdown/escape-markdown.ts";
import { isPlain } from "./markdown/is-plain.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import { printCell } from "./markdown/print-cell.ts";
import { remembered } from "./markdown/remembered.ts";

/**
 * A CommonMark text of a spec on one line of its own, such as a summary: inline formatting stays, everything else becomes
 * text. As inert as `markdownText` makes it, also at the start of a line; empty for blank text.
 */
export const markdownLine: (text: string) => string = remembered((text) => {
  if (isPlain(text)) return escapeLineStart(text.replace(/\n+/g, " "));
  const parsed = parseMarkdown(text);
  if (!parsed) return escapeLineStart(escapeInside(text.replace(/\s+/g, " ")).trim());
  const place = { cell: false, lineBreak: " ", definitions: parsed.definitions };
  return escapeLineStart(printCell(parsed.root.children, place).trim());
});
