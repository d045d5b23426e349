import { SdkError } from "./sdk-error.ts";

/** Fields of {@link TimeoutError}. */
export interface TimeoutErrorDetails {
  /** The operation that was called. */
  readonly operationId: string;
  /** Which limit was met: `attemptTimeout`, `timeout`, or that of `waitFor`. */
  readonly scope: "attempt" | "total" | "wait";
  /** The limit, in milliseconds. */
  readonly timeoutMs: number;
  /** The failure of the last attempt, where there was one. */
  readonly cause?: unknown;
}

/** It took too long. Nothing is said about the outcome: calls that change something throw `UnknownOutcomeError` instead. */
export class TimeoutError extends SdkError implements TimeoutErrorDetails {
  static override readonly kind: string = "TimeoutError";
  declare readonly operationId: string;
  declare readonly scope: "attempt" | "total" | "wait";
  declare readonly timeoutMs: number;

  constructor(message: string, details: TimeoutErrorDetails) {
    super(message, details);
  }
}
