import type { Finding } from "../spec/finding.ts";
import type { StageTiming } from "./stage-timing.ts";
import type { Summary } from "./summary.ts";

/** Shows what a reporter is told. One for each mode. */
export interface Display {
  started(name: string): void;
  finished(timing: StageTiming): void;
  found(finding: Finding): void;
  ended(summary: Summary): void;
  failed(error: unknown): void;
}

/** Where a display writes: a process stream, or a stand-in of a test. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}
