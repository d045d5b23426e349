import type { Reporter } from "../progress/create-reporter.ts";

/** Shows where the time of a command went: what `--timings` does. */
export async function printTimings(reporter: Pick<Reporter, "timings">): Promise<void> {
  const { renderTimings } = await import("../progress/render-timings.ts");
  process.stderr.write(`${renderTimings(reporter.timings())}\n`);
}
