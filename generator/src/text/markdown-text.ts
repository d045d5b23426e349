import { escapeLineStart, escapeMarkdown } from "./markdown/escape-markdown.ts";
import { isPlain } from "./markdown/is-plain.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import { printBlocks } from "./markdown/print-blocks.ts";
import { remembered } from "./markdown/remembered.ts";

/**
 * A CommonMark text of a spec as blocks of a page: what it formats stays formatted, and nothing in it can do anything. It
 * holds no HTML, no JSX, no expression, no module statement, no heading, and no link but to absolute http, https and mailto
 * URLs. Headings become strong paragraphs, images become links. Valid as Markdown and as MDX; empty for blank text.
 */
export const markdownText: (text: string) => string = remembered((text) => {
  if (isPlain(text)) return text.split("\n").map(escapeLineStart).join("\n");
  const parsed = parseMarkdown(text);
  if (parsed) return printBlocks(parsed.root.children, parsed.definitions);
  return escapeMarkdown(text)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
});
