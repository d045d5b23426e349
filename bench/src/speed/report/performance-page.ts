import { type Bar, chart } from "./chart.ts";
import { renderTables } from "./render-tables.ts";
import type { SpeedResults } from "./results.ts";

/**
 * The page of the docs, and the picture it shows.
 * @returns text by file name
 */
export function performancePage(results: SpeedResults): Record<string, string> {
  const spec = results.scenarios.at(-1)?.spec ?? "";
  const { Date: date = "", Load: load = "" } = results.facts;
  const page = `# Performance

How long it takes to generate a client, to compile against it, and how much memory that costs, side by side with others that
do the same. The specs: \`tiny\` has one operation, \`task-management\` is [ours](../spec/openapi.beta.yaml), \`whole-beta\` is the
vendor's whole beta spec of August 2026.

\`pnpm bench --docs\` wrote this page on ${date}, from ${results.rounds === 1 ? "one round" : `${results.rounds} rounds`} on the machine at its end. Its load was ${load}.
The more other work a machine has, the longer everything takes: compare figures within a table, and CPU time rather than
seconds, of which a tool of several processes gets more than its share where many wait.

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
