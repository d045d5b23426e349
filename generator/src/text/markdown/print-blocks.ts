import type { List, Root, RootContent, Table } from "mdast";
import { codeFence } from "./code-fence.ts";
import { escapeInside, escapeLineStart } from "./escape-markdown.ts";
import { printCell } from "./print-cell.ts";
import { printPhrasing } from "./print-phrasing.ts";

type Definitions = ReadonlyMap<string, string>;

/** How deep lists and quotes may nest before the rest is left out. */
const DEEPEST = 20;
/** Stands for a hard break until the lines are known; no text of a spec keeps this character. */
const BREAK = "\u0000";

/**
 * Prints blocks as Markdown that is valid MDX: paragraphs, lists, quotes, tables and fenced code stay what they are,
 * headings become strong paragraphs so that they do not mix with the page's own, HTML becomes text.
 */
export function printBlocks(nodes: Root["children"], definitions: Definitions, depth = 0, tight = false): string {
  if (depth > DEEPEST) return "";
  return nodes
    .map((node) => ({ block: printBlock(node, definitions, depth), isList: node.type === "list" }))
    .filter(({ block }) => block !== "")
    .map(({ block, isList }, index) => (index === 0 ? "" : tight && isList ? "\n" : "\n\n") + block)
    .join("");
}

function printBlock(node: RootContent, definitions: Definitions, depth: number): string {
  switch (node.type) {
    case "paragraph":
      return paragraph(printPhrasing(node.children, { lineBreak: BREAK, cell: false, definitions }));
    case "heading": {
      const place = { lineBreak: " ", cell: false, inStrong: true, definitions };
      const title = printPhrasing(node.children, place).replace(/\s+/g, " ").trim();
      return title === "" ? "" : `**${title}**`;
    }
    case "code":
      return codeFence(node.value, node.lang ?? "");
    case "html":
      return paragraph(escapeInside(node.value));
    case "blockquote":
      return indent(printBlocks(node.children, definitions, depth + 1), "> ", "> ");
    case "list":
      return printList(node, definitions, depth);
    case "table":
      return printTable(node, definitions);
    default:
      return "";
  }
}

function printList({ ordered, start, spread, children }: List, definitions: Definitions, depth: number): string {
  const items = children.map((item, index) => {
    const marker = ordered ? `${((start ?? 1) % 1_000_000) + index}. ` : "- ";
    const content = printBlocks(item.children, definitions, depth + 1, item.spread !== true);
    return content === "" ? "" : indent(content, marker, " ".repeat(marker.length));
  });
  return items.filter((item) => item !== "").join(spread ? "\n\n" : "\n");
}

function printTable({ children }: Table, definitions: Definitions): string {
  const [header = [], ...rows] = children.map((row) =>
    row.children.map((cell) => printCell([cell], { cell: true, lineBreak: "<br/>", definitions })),
  );
  const line = (cells: readonly string[]) => `| ${header.map((_, index) => cells[index] ?? "").join(" | ")} |`;
  return [line(header), `|${header.map(() => " --- ").join("|")}|`, ...rows.map(line)].join("\n");
}

/** Lines without blanks around them, and inert at their start. */
function paragraph(text: string): string {
  const parts = text.split(BREAK).map((part) =>
    part
      .split("\n")
      .map((line) => escapeLineStart(line.trim()))
      .filter((line) => line !== "")
      .join("\n"),
  );
  return parts.filter((part) => part !== "").join("\\\n");
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? first : line === "" ? rest.trimEnd() : rest) + line)
    .join("\n");
}
