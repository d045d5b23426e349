import type { Definition, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

/** A Markdown text as a tree, with the link definitions found in it. */
export interface ParsedMarkdown {
  readonly root: Root;
  /** URL by identifier. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Texts longer than this, in characters, are read as plain text: markup costs a parser more than linear time. */
const LONGEST = 100_000;
/** So are texts with more marks than this, each of which is paired with those before it. */
const MOST_MARKS = 1000;
/** So are texts with a run like this, which no author writes and which nests. */
const NESTING = /(?:[>*_~`[(!<+-]\s*){200}/;

/** Only asked for where there can be a table: the parser sets itself up anew for each text. */
const TABLES = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/** Parses CommonMark with tables. Undefined for text that is better taken as plain. */
export function parseMarkdown(text: string): ParsedMarkdown | undefined {
  if (text.length > LONGEST || (text.match(/[*_[]/g) ?? []).length > MOST_MARKS || NESTING.test(text)) return undefined;
  const root = fromMarkdown(text, text.includes("|") ? TABLES : undefined);
  const definitions = new Map<string, string>();
  const queue: unknown[] = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const { type, identifier, url, children } = node as Definition & { children?: unknown[] };
    if (type === "definition" && !definitions.has(identifier)) definitions.set(identifier, url);
    if (children) queue.push(...children);
  }
  return { root, definitions };
}
