import type { Finding } from "../spec/finding.ts";
import type { Display, Sink } from "./display.ts";
import { duration } from "./duration.ts";
import { printable } from "./printable.ts";
import { renderError } from "./render-error.ts";
import { type FindingsOptions, renderFindings } from "./render-findings.ts";
import { renderSummary } from "./render-summary.ts";

/** Lines for logs: one for each finished stage, the findings together before the end. */
export function plainDisplay(sink: Sink, options: FindingsOptions): Display {
  const findings: Finding[] = [];
  const showFindings = () => sink.write(renderFindings(findings.splice(0), options));
  return {
    started() {},
    finished: ({ name, ms, ok }) => sink.write(`${printable(name)}: ${ok ? "" : "failed after "}${duration(ms)}\n`),
    found: (finding) => findings.push(finding),
    ended(summary) {
      showFindings();
      sink.write(renderSummary(summary));
    },
    failed(error) {
      showFindings();
      sink.write(renderError(error, options));
    },
  };
}
