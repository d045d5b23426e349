import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { writeRepositoryPages } from "../../scripts/write-repository-pages.mts";

const root = mkdtempSync(path.join(tmpdir(), "sailkit-performance-"));
const [docs, pages] = [path.join(root, "docs"), path.join(root, "pages")];
beforeEach(() => {
  rmSync(docs, { recursive: true, force: true });
  mkdirSync(docs);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = () => readFileSync(path.join(pages, "performance.md"), "utf8");

test("charts come along, and links to other files lead to the repository", () => {
  writeFileSync(path.join(docs, "performance.svg"), "<svg/>");
  writeFileSync(
    path.join(docs, "performance.md"),
    "# Fast\n\n![all](performance.svg) [rules](diff-rules.md) [up](../spec/a.yaml) [x](#x)\n",
  );
  writeRepositoryPages(docs, pages);
  expect(readdirSync(pages).sort()).toEqual(["performance.md", "performance.svg"]);
  const main = "https://github.com/sailkit/sailkit/blob/main";
  expect(page()).toBe(
    `---\nmdx:\n  format: md\n---\n\n# Fast\n\n![all](performance.svg) [rules](${main}/docs/diff-rules.md) [up](${main}/spec/a.yaml) [x](#x)\n`,
  );
});

test("charts alone are a page, too", () => {
  writeFileSync(path.join(docs, "performance-memory.svg"), "<svg/>");
  writeRepositoryPages(docs, pages);
  expect(page()).toContain("![What was measured](./performance-memory.svg)");
});

test("without measurements the page says how to make some", () => {
  writeRepositoryPages(path.join(root, "nowhere"), pages);
  expect(page()).toContain("`pnpm bench` makes them.");
});

test("pages that are there lead to each other on the site", () => {
  writeFileSync(
    path.join(docs, "comparison.md"),
    "[calls](calls.md#wear) [code](../bench/a.ts) [not there](missing.md)\n",
  );
  writeFileSync(path.join(docs, "calls.md"), "[back](./comparison.md)\n");
  writeRepositoryPages(docs, pages);
  const read = (file: string) => readFileSync(path.join(pages, file), "utf8").split("---\n\n")[1];
  const main = "https://github.com/sailkit/sailkit/blob/main";
  expect(read("comparison.md")).toBe(
    `[calls](/calls#wear) [code](${main}/bench/a.ts) [not there](${main}/docs/missing.md)\n`,
  );
  expect(read("calls.md")).toBe("[back](/comparison)\n");
});
