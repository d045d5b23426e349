import type { LoopRow } from "./measure-loop.ts";

/** The figures as a table in Markdown. */
export function renderLoop(rows: readonly LoopRow[]): string {
  const lines = rows.map(({ what, seconds, ok, ran, known }) => {
    const checks = what.includes("check") ? `${ran}, ${known} known to hold` : "";
    return `| ${what} | ${seconds.toFixed(0)} s${ok ? "" : " (FAILED)"} | ${checks} |`;
  });
  return ["| what | time | checks run |", "| --- | --- | --- |", ...lines].join("\n");
}
