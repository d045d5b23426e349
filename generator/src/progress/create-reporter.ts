import pc from "picocolors";
import type { Finding } from "../spec/finding.ts";
import type { Display, Sink } from "./display.ts";
import { jsonDisplay } from "./json-display.ts";
import { liveDisplay } from "./live-display.ts";
import { plainDisplay } from "./plain-display.ts";
import { quietDisplay } from "./quiet-display.ts";
import type { ReporterMode } from "./reporter-mode.ts";
import type { StageTiming } from "./stage-timing.ts";
import type { Summary } from "./summary.ts";

/** Tells the user, or the machine, what a command does. */
export interface Reporter {
  /** Runs a stage and shows how long it took; stages may run side by side. Gives what `work` gives, throws what it throws. */
  stage<T>(name: string, work: () => T | Promise<T>): Promise<T>;
  /** Adds what ran outside of this process to the timings. `from` is in ms since 1970. */
  record(name: string, from: number, ms: number): void;
  /** Takes a finding; people see it grouped with the others before the command ends, machines at once. */
  warn(finding: Finding): void;
  /** Ends a command that ran to its end, whether or not it found what was hoped for. */
  summary(summary: Summary): void;
  /** Ends a command that an error stopped. */
  fail(error: unknown): void;
  /** Every stage that has ended, in order of ending. */
  timings(): readonly StageTiming[];
}

export interface ReporterOptions {
  readonly mode: ReporterMode;
  /** Default: standard output for `json`, standard error otherwise, so that output can be piped. */
  readonly stream?: Sink;
  /** Default: on a terminal unless `NO_COLOR` is set, elsewhere only with `FORCE_COLOR`. */
  readonly color?: boolean;
  /** Show every finding and the stacks of errors. Default false. */
  readonly verbose?: boolean;
}

/** Makes the reporter of one command. */
export function createReporter(options: ReporterOptions): Reporter {
  const display = displayFor(options);
  const timings: StageTiming[] = [];
  const origin = performance.now();
  return {
    async stage(name, work) {
      const since = performance.now();
      const end = (ok: boolean) => {
        const timing = { name, start: since - origin, ms: performance.now() - since, ok };
        timings.push(timing);
        display.finished(timing);
      };
      display.started(name);
      try {
        const value = await work();
        end(true);
        return value;
      } catch (error) {
        end(false);
        throw error;
      }
    },
    record: (name, from, ms) => timings.push({ name, start: from - performance.timeOrigin - origin, ms, ok: true }),
    warn: display.found,
    summary: display.ended,
    fail: display.failed,
    timings: () => [...timings],
  };
}

function displayFor({ mode, stream, color, verbose = false }: ReporterOptions): Display {
  const sink = stream ?? (mode === "json" ? process.stdout : process.stderr);
  const options = { color: color ?? hasColor(mode, sink), verbose };
  switch (mode) {
    case "tty":
      return liveDisplay(sink, options);
    case "plain":
      return plainDisplay(sink, options);
    case "json":
      return jsonDisplay(sink);
    case "quiet":
      return quietDisplay(sink, options);
  }
}

function hasColor(mode: ReporterMode, sink: Sink): boolean {
  if (process.env.NO_COLOR || mode === "json") return false;
  return process.env.FORCE_COLOR ? true : pc.isColorSupported && sink.isTTY === true;
}
