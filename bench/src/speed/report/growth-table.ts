import { quotient } from "../measure/quotient.ts";
import { digits } from "./digits.ts";
import type { GrowthRow } from "./results.ts";
import { table } from "./table.ts";

/** Each size against the one before it. */
export function growthTable(rows: readonly GrowthRow[]): string {
  return table(
    ["tool", "#operations", "#seconds", "#× operations", "#× time", "#CPU s", "#× CPU", "#peak MB"],
    rows.map((row, index) => {
      const before = rows[index - 1]?.tool === row.tool ? rows[index - 1] : undefined;
      return [
        ...[row.tool, String(row.operations), digits(row.seconds, 2)],
        ...[digits(quotient(row.operations, before?.operations), 2), digits(quotient(row.seconds, before?.seconds), 2)],
        ...[digits(row.cpuSeconds, 2), digits(quotient(row.cpuSeconds, before?.cpuSeconds), 2)],
        digits(row.peakMegabytes, 0),
      ];
    }),
  );
}
