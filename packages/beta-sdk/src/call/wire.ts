import type { Observer } from "../observe/observer.ts";
import type { Redactor } from "../observe/redactor.ts";
import type { Secrets } from "../observe/secrets.ts";
import type { RetryBudget } from "../retry/retry-budget.ts";
import type { RetryPolicy } from "../retry/retry-options.ts";
import type { Clock } from "../time/clock.ts";

/** Sends a request: `fetch`, or what stands in for it. */
export type Fetch = (request: Request) => Promise<Response>;

/** What every sending of one sdk shares. */
export interface Wire {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** A number between 0 and 1. */
  readonly random: () => number;
  readonly policy: RetryPolicy;
  readonly budget: RetryBudget;
  readonly observer: Observer;
  readonly redactor: Redactor;
  readonly secrets: Secrets;
  /** Milliseconds of one attempt, body included. */
  readonly attemptTimeout: number;
  /** Bytes of one answer, decompressed. */
  readonly maxBodyBytes: number;
  /** Whether waits keep the process alive, but for backoffs. */
  readonly hold: boolean;
  /** Whether backoffs do. */
  readonly holdBackoff: boolean;
}

/** What is sent, for errors and events. */
export interface Sending {
  readonly call: number;
  readonly operationId: string;
  readonly method: string;
  /** From 1. */
  readonly attempt: number;
  /** The body before it is serialized. */
  readonly body?: unknown;
}
