import type { BundleSize } from "./measure-bundle.ts";
import type { MeasuredBundle } from "./measured-bundle.ts";

/**
 * What `import()` of the sdk may take, in milliseconds. It loads the client, whose modules Node reads one by one: they grow with
 * the operations of the API.
 */
export function importTarget(operations: number): number {
  return Math.round(15 + operations / 20);
}

/** A bundle with its size. */
export interface WeighedBundle extends MeasuredBundle {
  readonly size: BundleSize;
}

/** The sizes as a Markdown table: what they are, may be, should be, and were. */
export function renderSizes(bundles: readonly WeighedBundle[], importTime: number, importTarget: number): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["gzip, bytes", "now", "loaded later", "budget", "target", "history"]),
    row(["---", "--:", "--:", "--:", "--:", "---"]),
    ...bundles.map((bundle) =>
      row([
        bundle.name,
        digits(bundle.size.bytes),
        bundle.size.later === 0 ? "–" : digits(bundle.size.later),
        `${digits(bundle.budget)}${bundle.size.bytes > bundle.budget ? " ✘ exceeded" : ""}`,
        target(bundle),
        bundle.history.map(({ date, bytes }) => `${date}: ${digits(bytes)}`).join(" → "),
      ]),
    ),
    "",
    `import("@sailkit/beta-sdk"), in the fastest of several fresh processes: ${importTime.toFixed(1)} ms of ${importTarget} ms`,
  ].join("\n");
}

function target({ target, size }: WeighedBundle): string {
  if (target === undefined) return "–";
  const over = size.bytes - target;
  return over <= 0 ? `${digits(target)} ✔` : `${digits(target)}, missed by ${digits(over)}`;
}

function digits(count: number): string {
  return count.toLocaleString("en");
}
