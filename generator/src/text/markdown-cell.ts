import { escapeInside } from "./markdown/escape-markdown.ts";
import { isPlain } from "./markdown/is-plain.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import { printCell } from "./markdown/print-cell.ts";
import { remembered } from "./markdown/remembered.ts";

/**
 * A CommonMark text of a spec on one line, for a table cell: inline formatting stays, blocks are set apart by `<br/>`. As
 * inert as `markdownText` makes it; empty for blank text.
 */
export const markdownCell: (text: string) => string = remembered((text) => {
  if (isPlain(text)) return text.replaceAll("\n\n", "<br/>").replaceAll("\n", " ");
  const parsed = parseMarkdown(text);
  if (!parsed) return escapeInside(text.replace(/\s+/g, " ")).trim();
  return printCell(parsed.root.children, { cell: true, lineBreak: "<br/>", definitions: parsed.definitions });
});
