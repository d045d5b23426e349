import { digits } from "./digits.ts";
import type { ConsumerRow } from "./results.ts";
import { table } from "./table.ts";

/** Compilers and clients, a line each. */
export function consumerTable(rows: readonly ConsumerRow[]): string {
  return table(
    ["spec", "compiler", "client", "#seconds", "#CPU s", "#peak MB"],
    rows.map((row) => [
      ...[row.spec, `TypeScript ${row.compiler}`, row.client],
      ...[digits(row.seconds, 2), digits(row.cpuSeconds, 2), digits(row.peakMegabytes, 0)],
    ]),
  );
}
