import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const REPOSITORY = "https://github.com/sailkit/sailkit/blob/main";

// It is written for GitHub, as Markdown: braces and angle brackets mean nothing in it.
const FRONT = "---\nmdx:\n  format: md\n---\n\n";

const NOTHING = "# Performance\n\nThis checkout holds no measurements. `pnpm bench` makes them.\n";

/**
 * Makes the performance page of the site from `performance.md` and the charts beside it, where a benchmark has left them.
 * @param docs folder that may hold `performance.md` and `performance*.svg`
 * @param pages folder of pages; what was in it goes
 */
export function writePerformancePage(docs: string, pages: string): void {
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(pages, { recursive: true });
  const charts = existsSync(docs) ? readdirSync(docs).filter((file) => /^performance.*\.svg$/.test(file)) : [];
  for (const chart of charts) copyFileSync(path.join(docs, chart), path.join(pages, chart));
  const source = path.join(docs, "performance.md");
  const text = existsSync(source) ? readFileSync(source, "utf8") : fromCharts(charts);
  writeFileSync(path.join(pages, "performance.md"), FRONT + withRepositoryLinks(text, charts));
}

function fromCharts(charts: readonly string[]): string {
  if (charts.length === 0) return NOTHING;
  return `# Performance\n\n${charts.map((chart) => `![What was measured](./${chart})`).join("\n\n")}\n`;
}

/** Links to other files of the repository lead to its pages on the web; only charts come along. */
function withRepositoryLinks(text: string, charts: readonly string[]): string {
  return text.replace(/\]\((?!https?:|#|mailto:)([^)\s]+)/g, (link, target: string) => {
    if (charts.includes(target.replace(/^\.\//, ""))) return link;
    return `](${new URL(target, `${REPOSITORY}/docs/`).href}`;
  });
}
