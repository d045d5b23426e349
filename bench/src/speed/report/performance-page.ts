import { type Bar, chart } from "./chart.ts";
import { renderTables } from "./render-tables.ts";
import type { SpeedResults } from "./results.ts";

/**
 * The page of the docs, and the picture it shows.
 * @returns text by file name
 */
export function performancePage(results: SpeedResults): Record<string, string> {
  const spec = results.scenarios.at(-1)?.spec ?? "";
  const { Date: date = "", "Load at the start": load = "" } = results.facts;
  const page = `# Performance

How long it takes to generate a client, to compile against it, and how much memory that costs, side by side with others that
do the same. \`pnpm bench --docs\` wrote this page on ${date}, from ${results.rounds} rounds on the machine at its end. The load of that
machine was ${load} when the bench began; compare figures within a table rather than with those of another day.

![Seconds to generate a client for ${spec}](performance.svg)

${renderTables(results)}`;
  return { "performance.md": page, "performance.svg": chart(`Seconds to generate: ${spec}`, "s", bars(results, spec)) };
}

function bars({ scenarios }: SpeedResults, spec: string): Bar[] {
  return scenarios
    .filter((row) => row.spec === spec)
    .map(({ scenario, tool, seconds }) => ({
      label: scenario === "cold" ? tool : `sailkit, ${scenario}`,
      value: seconds,
      isOurs: tool.startsWith("sailkit"),
    }));
}
