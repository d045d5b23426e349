import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import type { StartRow } from "./run-starts.ts";

/** Contenders, a line each: how long they take, then what they weigh. */
export function renderStarts(rows: readonly StartRow[]): string {
  const times = table(
    ["client", "#`import()`, ms", "#first answer, stubbed, ms", "#first answer, loopback, ms"],
    rows.map(({ name, imported, stubbed, loopback }) => [
      name,
      ...[imported, stubbed, loopback].map((milliseconds) => digits(milliseconds, 1)),
    ]),
  );
  const weights = table(
    ["client", "#one call bundled, kB gzip", "bundles for a browser", "#packages installed", "#MB installed"],
    rows.map(({ name, weight, installed }) => [
      ...[name, digits(weight.bytes / 1_000, 2), weight.fitsBrowser ? "yes" : "no"],
      ...[String(installed.packages), digits(installed.bytes / 1_000_000, 2)],
    ]),
  );
  return `${times}\n\n${weights}`;
}
