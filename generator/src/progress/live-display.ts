import pc from "picocolors";
import type { Spinner } from "yocto-spinner";
import type { Finding } from "../spec/finding.ts";
import type { Display, Sink } from "./display.ts";
import { duration } from "./duration.ts";
import { printable } from "./printable.ts";
import { renderError } from "./render-error.ts";
import { type FindingsOptions, renderFindings } from "./render-findings.ts";
import { renderSummary } from "./render-summary.ts";

/** A command that ends within so many ms needs no spinner, and does not pay for loading one. */
const PATIENCE = 120;
/** Milliseconds between updates of the elapsed times. */
const TICK = 100;

/** Lines for terminals: finished stages stay, and a last line shows what runs now, for how long. */
export function liveDisplay(sink: Sink, options: FindingsOptions): Display {
  const { dim, green, red } = pc.createColors(options.color);
  const findings: Finding[] = [];
  const running = new Map<string, number>();
  const line = spinnerLine(sink, () =>
    [...running].map(([name, since]) => `${printable(name)} ${dim(duration(performance.now() - since))}`).join("   "),
  );
  return {
    started(name) {
      running.set(name, performance.now());
      line.show();
    },
    finished({ name, ms, ok }) {
      running.delete(name);
      if (running.size === 0) line.hide();
      else line.refresh();
      sink.write(`${ok ? green("✔") : red("✖")} ${printable(name)} ${dim(duration(ms))}\n`);
    },
    found: (finding) => findings.push(finding),
    ended(summary) {
      line.hide();
      sink.write(renderFindings(findings.splice(0), options));
      sink.write(renderSummary(summary, summary.ok === false ? `${red("✖")} ` : `${green("✔")} `));
    },
    failed(error) {
      line.hide();
      sink.write(renderFindings(findings.splice(0), options));
      sink.write(renderError(error, options));
    },
  };
}

/** The spinner's line. The spinner itself clears the line while others write to the stream, and draws it anew. */
function spinnerLine(sink: Sink, text: () => string) {
  let spinner: Spinner | undefined;
  let timer: NodeJS.Timeout | undefined;
  const refresh = () => {
    if (spinner?.isSpinning) spinner.text = text();
  };
  const begin = async () => {
    const { default: yoctoSpinner } = await import("yocto-spinner");
    if (timer === undefined) return;
    spinner = yoctoSpinner({ stream: sink as NodeJS.WriteStream });
    timer = setInterval(refresh, TICK).unref();
    spinner.start(text());
  };
  return {
    refresh,
    show() {
      timer ??= setTimeout(begin, PATIENCE).unref();
    },
    hide() {
      clearTimeout(timer);
      timer = undefined;
      spinner?.stop();
    },
  };
}
