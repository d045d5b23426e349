import type { Clock } from "../time/clock.ts";

/** Retries that are always possible. */
const reserve = 10;
/** Retries that every call adds. */
const share = 0.1;
/** Retries that can be saved up. */
const most = 100;

/**
 * Keeps retries from multiplying an outage: each call adds a tenth of a retry, each second adds one up to ten, and each
 * retry takes one.
 */
export class RetryBudget {
  readonly #clock: Clock;
  #left = reserve;
  #since: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = clock.now();
  }

  /** Counts a call. */
  add(): void {
    this.#left = Math.min(most, this.#left + share);
  }

  /** Takes one retry, where there is one. */
  take(): boolean {
    const now = this.#clock.now();
    this.#left = Math.max(this.#left, Math.min(reserve, this.#left + (now - this.#since) / 1000));
    this.#since = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
