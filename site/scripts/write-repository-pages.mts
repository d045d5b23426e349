import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const REPOSITORY = "https://github.com/sailkit/sailkit/blob/main";

/** The files of `docs/` that are pages of the site, too. */
const PAGES = ["performance.md", "calls.md", "comparison.md"];

// They are written for GitHub, as Markdown: braces and angle brackets mean nothing in them.
const FRONT = "---\nmdx:\n  format: md\n---\n\n";

const NOTHING = "# Performance\n\nThis checkout holds no measurements. `pnpm bench` makes them.\n";

/**
 * Makes pages of the site from files that benchmarks have left in `docs/`. The performance page is there in any case.
 * @param docs folder that may hold `performance.md`, `performance*.svg`, `calls.md` and `comparison.md`
 * @param pages folder of pages; what was in it goes
 */
export function writeRepositoryPages(docs: string, pages: string): void {
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(pages, { recursive: true });
  const there = existsSync(docs) ? readdirSync(docs) : [];
  const charts = there.filter((file) => /^performance.*\.svg$/.test(file));
  for (const chart of charts) copyFileSync(path.join(docs, chart), path.join(pages, chart));
  const texts = new Map([["performance.md", fromCharts(charts)]]);
  for (const page of PAGES.filter((file) => there.includes(file))) {
    texts.set(page, readFileSync(path.join(docs, page), "utf8"));
  }
  for (const [page, text] of texts) {
    writeFileSync(path.join(pages, page), FRONT + withSiteLinks(text, charts, [...texts.keys()]));
  }
}

function fromCharts(charts: readonly string[]): string {
  if (charts.length === 0) return NOTHING;
  return `# Performance\n\n${charts.map((chart) => `![What was measured](./${chart})`).join("\n\n")}\n`;
}

/** Links to each other stay on the site, links to other files of the repository lead to its pages on the web. */
function withSiteLinks(text: string, charts: readonly string[], pages: readonly string[]): string {
  return text.replace(/\]\((?!https?:|#|mailto:)([^)\s]+)/g, (link, target: string) => {
    const [file = "", heading] = target.replace(/^\.\//, "").split("#");
    if (charts.includes(file)) return link;
    if (pages.includes(file)) return `](/${file.replace(/\.md$/, "")}${heading === undefined ? "" : `#${heading}`}`;
    return `](${new URL(target, `${REPOSITORY}/docs/`).href}`;
  });
}
