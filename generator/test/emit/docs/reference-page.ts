import { parse } from "yaml";

/** One table of a page: its heads, and its rows as lists of cells. */
export interface PageTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A page of the reference, taken apart. */
export interface ReferencePage {
  readonly front: Readonly<Record<string, unknown>>;
  /** What stands before the first heading of level 2. */
  readonly head: string;
  /** Parts below headings of level 2, by heading. */
  readonly sections: ReadonlyMap<string, string>;
}

/** Takes a page apart. */
export function readPage(text: string): ReferencePage {
  const [, front = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const [head = "", ...sections] = body.split(/^## /m);
  return {
    front: parse(front) as Record<string, unknown>,
    head,
    sections: new Map(sections.map((section) => [section.slice(0, section.indexOf("\n")), section])),
  };
}

/** What stands below a heading of level 3; empty where there is none. */
export function part(section: string, heading: string): string {
  const start = section.indexOf(`\n### ${heading}\n`);
  if (start === -1) return "";
  const rest = section.slice(start + heading.length + 6);
  const end = rest.search(/^(?:### |\[\[Back)/m);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The first table in a text; without rows where there is none. */
export function firstTable(text: string): PageTable {
  const [, lines = ""] = /((?:^\|.*\n)+)/m.exec(`${text}\n`) ?? [];
  const cells = lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.slice(2, -2).split(" | "));
  return { heads: cells[0] ?? [], rows: cells.slice(2).map((row) => row.map((cell) => cell.trim())) };
}
