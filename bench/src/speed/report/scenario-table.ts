import { digits } from "./digits.ts";
import type { ScenarioRow } from "./results.ts";
import { table } from "./table.ts";

/** Tools and scenarios, a line each. */
export function scenarioTable(rows: readonly ScenarioRow[]): string {
  const most = Math.max(...rows.map(({ rounds }) => rounds));
  return table(
    ["spec", "scenario", "tool", "#seconds", "#× hey-api cold", "#CPU s", "#peak MB", "#MB of output"],
    rows.map((row) => [
      ...[row.spec, row.scenario, row.rounds < most ? `${row.tool} (one round)` : row.tool],
      ...[digits(row.seconds, 2), digits(row.ratio, 2), digits(row.cpuSeconds, 2)],
      ...[digits(row.peakMegabytes, 0), digits(row.megabytesWritten, 2)],
    ]),
  );
}
