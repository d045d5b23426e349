import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const repository = path.resolve(import.meta.dirname, "../../..");
const pages = globSync(["*.md", "docs/*.md", "{packages,examples}/*/README.md", "{spec,templates,site}/README.md"], {
  cwd: repository,
}).sort();

test.each(pages)("%s leads to files and headings that exist", (page) => {
  const text = readPage(page);
  const targets = [...text.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, target]) => target ?? "");
  expect(targets.filter((target) => !leadsSomewhere(page, target))).toEqual([]);
});

test("the comparison says of everything where it is shown", () => {
  const text = readPage("docs/comparison.md");
  const links = text.match(/\]\([^)\s]+\)/g) ?? [];
  expect(links.length).toBeGreaterThan(80);
  const figures = text.split("\n").filter((line) => line.startsWith("| [") && line.includes("](../bench/src/"));
  expect(figures.length).toBeGreaterThan(15);
});

function leadsSomewhere(page: string, target: string): boolean {
  const [file = "", heading] = target.split("#");
  const absolute = file === "" ? path.join(repository, page) : path.resolve(repository, path.dirname(page), file);
  if (!existsSync(absolute)) return false;
  return heading === undefined || !absolute.endsWith(".md") || headingsOf(absolute).has(heading);
}

/** The names that GitHub gives to headings. */
function headingsOf(file: string): Set<string> {
  const headings = readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

/** A page without its code, in which brackets mean other things. */
function readPage(page: string): string {
  return readFileSync(path.join(repository, page), "utf8").replace(/^```[\s\S]*?^```$|`[^`\n]*`/gm, "");
}
