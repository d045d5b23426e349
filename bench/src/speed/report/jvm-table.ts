import { digits } from "./digits.ts";
import type { JvmRow } from "./results.ts";
import { table } from "./table.ts";

/** Memory of the JVM that sailkit starts, or that it starts none. */
export function jvmTable(rows: readonly JvmRow[]): string {
  return table(
    ["spec", "scenario", "#peak MB of the JVM"],
    rows.map(({ spec, scenario, peakMegabytes }) => [spec, scenario, digits(peakMegabytes, 0) || "no JVM"]),
  );
}
