import type { Display, Sink } from "./display.ts";
import { renderError } from "./render-error.ts";
import type { FindingsOptions } from "./render-findings.ts";
import { renderSummary } from "./render-summary.ts";

/** Says something only when a command did not do what was asked. */
export function quietDisplay(sink: Sink, options: FindingsOptions): Display {
  return {
    started() {},
    finished() {},
    found() {},
    ended(summary) {
      if (summary.ok === false) sink.write(renderSummary(summary));
    },
    failed: (error) => sink.write(renderError(error, options)),
  };
}
