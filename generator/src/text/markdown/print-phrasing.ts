import type { PhrasingContent } from "mdast";
import { codeSpan } from "./code-span.ts";
import { escapeInside } from "./escape-markdown.ts";
import { safeUrl } from "./safe-url.ts";

/** Where a piece of a line will stand. */
export interface PhrasingPlace {
  /** What a line break becomes. */
  readonly lineBreak: string;
  /** Whether it is a table cell. */
  readonly cell: boolean;
  /** Inside a link no other link may stand, inside strong text no other strong text. */
  readonly inLink?: boolean;
  readonly inStrong?: boolean;
  readonly definitions: ReadonlyMap<string, string>;
  readonly depth?: number;
}

/** How deep emphasis may nest before the rest is printed as if it were flat. */
const DEEPEST = 30;

/** Prints inline content so that it shows what it says and does nothing. Every line break in it is the place's. */
export function printPhrasing(nodes: readonly PhrasingContent[], place: PhrasingPlace): string {
  const inner = { ...place, depth: (place.depth ?? 0) + 1 };
  return nodes.map((node) => printNode(node, inner)).join("");
}

function printNode(node: PhrasingContent, place: PhrasingPlace): string {
  switch (node.type) {
    case "text":
      return printText(node.value, place);
    case "inlineCode":
      return codeSpan(node.value, place);
    case "html":
      return /^<br\s*\/?>$/i.test(node.value) ? place.lineBreak : printText(node.value, place);
    case "break":
      return place.lineBreak;
    case "emphasis":
      return wrap("*", printPhrasing(node.children, place), place);
    case "strong":
      if (place.inStrong) return printPhrasing(node.children, place);
      return wrap("**", printPhrasing(node.children, { ...place, inStrong: true }), place);
    case "link":
      return printLink(node.url, printPhrasing(node.children, { ...place, inLink: true }), place);
    case "linkReference":
      return printLink(
        place.definitions.get(node.identifier) ?? "",
        printPhrasing(node.children, { ...place, inLink: true }),
        place,
      );
    case "image":
      return printLink(node.url, printText(node.alt || node.url, place), place);
    case "imageReference":
      return printLink(place.definitions.get(node.identifier) ?? "", printText(node.alt ?? "", place), place);
    default:
      return "children" in node ? printPhrasing(node.children as PhrasingContent[], place) : "";
  }
}

function printText(text: string, { cell }: PhrasingPlace): string {
  const lines = text.split("\n").map((line) => escapeInside(line.replaceAll("\t", " ")));
  return lines.join(cell ? " " : "\n");
}

function printLink(url: string, content: string, { inLink }: PhrasingPlace): string {
  const target = inLink || content.trim() === "" ? undefined : safeUrl(url);
  return target === undefined ? content : `[${content}](${target})`;
}

/** Emphasis opens and closes only against a character that is no blank. */
function wrap(mark: string, content: string, { depth = 0 }: PhrasingPlace): string {
  if (depth > DEEPEST || content.trim() === "") return content;
  const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(content) ?? [];
  return `${before}${mark}${middle}${mark}${after}`;
}
