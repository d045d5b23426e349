import { digits } from "./digits.ts";
import { table } from "./table.ts";
import type { Target } from "./target.ts";

/** Limits, figures and whether the one holds the other. */
export function targetTable(targets: readonly Target[]): string {
  return table(
    ["what", "#at most", "#measured", "#of CPU time", "unit", "holds"],
    targets.map(({ name, limit, found, cpu, unit }) => [
      ...[
        name,
        String(limit),
        found === undefined ? "not measured" : digits(found, unit === "MB" ? 0 : 2),
        digits(cpu, 2),
        unit,
      ],
      found === undefined ? "" : found <= limit ? "yes" : "**no**",
    ]),
  );
}
