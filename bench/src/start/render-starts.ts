import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import type { StartRow } from "./run-starts.ts";

/** Contenders, a line each. */
export function renderStarts(rows: readonly StartRow[]): string {
  return table(
    [
      "client",
      ...["#`import()`, ms", "#first answer, stubbed, ms", "#first answer, loopback, ms"],
      ...["#one call bundled, kB gzip", "bundles for a browser", "#packages installed", "#MB installed"],
    ],
    rows.map(({ name, imported, stubbed, loopback, weight, installed }) => [
      ...[name, digits(imported, 1), digits(stubbed, 1), digits(loopback, 1)],
      ...[digits(weight.bytes / 1_000, 2), weight.fitsBrowser ? "yes" : "no"],
      ...[String(installed.packages), digits(installed.bytes / 1_000_000, 2)],
    ]),
  );
}
