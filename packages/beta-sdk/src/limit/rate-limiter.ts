import type { Clock } from "../time/clock.ts";

/** How many requests may leave in how much time. */
export interface RateLimit {
  /** Requests in one interval. */
  readonly requests: number;
  /** Milliseconds of the interval. */
  readonly interval: number;
}

/** Lets one request go. */
type Waiter = () => void;

/**
 * Lets at most so many requests out in any interval, first come, first served. Bursts are let through: that is what the
 * server does, and pacing them evenly would cost the first answers their speed.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #limit: RateLimit;
  /** When the last requests left, oldest first. */
  readonly #sent: number[] = [];
  readonly #queue: Waiter[] = [];
  /** How many of the queue keep the process alive. */
  #holding = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, limit: RateLimit) {
    this.#clock = clock;
    this.#limit = limit;
  }

  /**
   * Waits for a turn.
   * @param hold - whether waiting keeps the process alive
   * @returns whether there was any wait
   */
  async acquire(signal: AbortSignal, hold: boolean): Promise<boolean> {
    signal.throwIfAborted();
    if (this.#queue.length === 0 && this.#wait() <= 0) {
      this.#take();
      return false;
    }
    await new Promise<void>((resolve, reject) => {
      const abort = () => {
        this.#queue.splice(this.#queue.indexOf(go), 1);
        this.#holding -= Number(hold);
        this.#schedule();
        reject(signal.reason);
      };
      const go = () => {
        this.#holding -= Number(hold);
        signal.removeEventListener("abort", abort);
        resolve();
      };
      signal.addEventListener("abort", abort, { once: true });
      this.#holding += Number(hold);
      this.#queue.push(go);
      this.#schedule();
    });
    return true;
  }

  /** Lets nothing out for so many milliseconds: the server said so. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + ms);
    this.#schedule();
  }

  #wait(): number {
    const now = this.#clock.now();
    const oldest = this.#sent.length < this.#limit.requests ? undefined : this.#sent[0];
    const free = oldest === undefined ? now : oldest + this.#limit.interval;
    return Math.max(free, this.#pausedUntil) - now;
  }

  #take(): void {
    this.#sent.push(this.#clock.now());
    if (this.#sent.length > this.#limit.requests) this.#sent.shift();
  }

  /** One timer for the whole queue; none when it is empty. */
  #schedule(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#queue.length === 0) return;
    this.#cancel = this.#clock.after(Math.max(0, this.#wait()), () => this.#release(), this.#holding > 0);
  }

  #release(): void {
    while (this.#queue.length > 0 && this.#wait() <= 0) {
      this.#take();
      this.#queue.shift()?.();
    }
    this.#schedule();
  }
}
