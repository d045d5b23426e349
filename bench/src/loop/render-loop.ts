import type { LoopRow } from "./measure-loop.ts";

/** The figures as a table in Markdown. */
export function renderLoop(rows: readonly LoopRow[]): string {
  const lines = rows.map(({ what, seconds, ok, tasks, cached }) => {
    const counted = what.includes("check") ? `${cached} of ${tasks}` : "";
    return `| ${what} | ${seconds.toFixed(0)} s${ok ? "" : " (FAILED)"} | ${counted} |`;
  });
  return ["| what | time | tasks cached |", "| --- | --- | --- |", ...lines].join("\n");
}
