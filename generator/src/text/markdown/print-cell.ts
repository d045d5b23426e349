import type { PhrasingContent, RootContent, TableCell } from "mdast";
import { codeSpan } from "./code-span.ts";
import { escapeInside } from "./escape-markdown.ts";
import { type PhrasingPlace, printPhrasing } from "./print-phrasing.ts";

type CellPlace = Pick<PhrasingPlace, "cell" | "lineBreak" | "definitions">;

/** How deep lists and quotes may nest before the rest is left out. */
const DEEPEST = 20;

/** Prints blocks on one line, for a table cell or such: breaks stand between them, and bullets before the items of lists. */
export function printCell(nodes: readonly (RootContent | TableCell)[], place: CellPlace): string {
  return pieces(nodes, place, 0)
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter((piece) => piece !== "")
    .join(place.lineBreak);
}

function pieces(nodes: readonly (RootContent | TableCell)[], place: CellPlace, depth: number): string[] {
  if (depth > DEEPEST) return [];
  return nodes.flatMap((node) => {
    switch (node.type) {
      case "paragraph":
      case "tableCell":
        return [printPhrasing(node.children, place)];
      case "heading":
        return [`**${printPhrasing(node.children as PhrasingContent[], { ...place, inStrong: true }).trim()}**`];
      case "code":
        return node.value.split("\n").map((line) => codeSpan(line, place));
      case "html":
        return [escapeInside(node.value)];
      case "list":
        return node.children.flatMap((item, index) => {
          const [first = "", ...rest] = pieces(item.children, place, depth + 1);
          const mark = node.ordered ? `${(node.start ?? 1) + index}\\.` : "•";
          return [`${mark} ${first.trim()}`, ...rest];
        });
      case "table":
        return node.children.map((row) => row.children.map((cell) => printPhrasing(cell.children, place)).join(", "));
      case "blockquote":
        return pieces(node.children, place, depth + 1);
      default:
        return [];
    }
  });
}
