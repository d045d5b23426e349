import { cases } from "../suite/cases.ts";
import type { RuntimeReport } from "./run-runtime.ts";

/** The results as one Markdown table, cases × runtimes, with what failed below it. */
export function renderMatrix(reports: readonly RuntimeReport[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    row(["promise", ...reports.map(({ runtime }) => runtime)]),
    row(["---", ...reports.map(() => ":-:")]),
    ...cases.map(({ name }, index) => row([name, ...reports.map((report) => mark(report, index))])),
    row(["**version**", ...reports.map(({ version }) => version ?? "–")]),
    row(["**passed**", ...reports.map((report) => `${passed(report)} of ${cases.length}`)]),
    row(["**seconds**", ...reports.map(({ ms }) => (ms / 1000).toFixed(1))]),
  ];
  return [...lines, ...notes(reports)].join("\n");
}

function mark({ skipped, outcomes }: RuntimeReport, index: number): string {
  if (skipped !== undefined) return "skipped";
  const outcome = outcomes[index];
  return outcome !== undefined && outcome.failure === undefined ? "✔" : "✘";
}

function passed({ outcomes }: RuntimeReport): number {
  return outcomes.filter(({ failure }) => failure === undefined).length;
}

function notes(reports: readonly RuntimeReport[]): string[] {
  const skipped = reports.flatMap(({ runtime, skipped: reason }) =>
    reason === undefined ? [] : [`SKIPPED: ${runtime} did not run, ${cases.length} cases are not tried: ${reason}.`],
  );
  const failed = reports.flatMap(({ runtime, outcomes }) =>
    outcomes.flatMap(({ name, failure }) => (failure === undefined ? [] : [`✘ ${runtime}: ${name}\n  ${failure}`])),
  );
  return [...skipped, ...failed].map((note) => `\n${note}`);
}
