import { duration } from "./duration.ts";
import { printable } from "./printable.ts";
import type { StageTiming } from "./stage-timing.ts";

/** Width of the bars, in characters. */
const WIDTH = 40;

/**
 * Lays out where the time went: a line a stage, in order of their starts, with a bar that shows what ran side by side.
 *
 * @returns Lines that each end in a newline; an empty string without stages.
 */
export function renderTimings(timings: readonly StageTiming[]): string {
  const names = Math.max(0, ...timings.map(({ name }) => name.length));
  const times = Math.max(0, ...timings.map(({ ms }) => duration(ms).length));
  const end = Math.max(1, ...timings.map(({ start, ms }) => start + ms));
  return timings
    .toSorted((a, b) => a.start - b.start)
    .map(({ name, start, ms }) => {
      const from = Math.min(WIDTH - 1, Math.floor((start / end) * WIDTH));
      const length = Math.min(WIDTH - from, Math.max(1, Math.round((ms / end) * WIDTH)));
      const bar = `${" ".repeat(from)}${"=".repeat(length)}`.padEnd(WIDTH);
      return `${printable(name).padEnd(names)}  ${duration(ms).padStart(times)}  |${bar}|\n`;
    })
    .join("");
}
