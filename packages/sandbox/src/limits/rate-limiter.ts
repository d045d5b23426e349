import type { RateLimit } from "./rate-limit.ts";

/** Counts requests by key. A refused request does not count. */
export class RateLimiter {
  readonly #requests: number;
  readonly #window: number;
  readonly #fixed: boolean;
  readonly #admitted = new Map<string, number[]>();

  constructor({ requests = 100, window = 10_000, kind = "sliding" }: RateLimit) {
    this.#requests = requests;
    this.#window = window;
    this.#fixed = kind === "fixed";
  }

  /** Admits a request at `now` and returns 0, or returns how many milliseconds the next one has to wait. */
  admit(key: string, now: number): number {
    const times = this.#live(this.#admitted.get(key) ?? [], now);
    this.#admitted.set(key, times);
    const free = times.length < this.#requests;
    if (free) times.push(now);
    return free ? 0 : (times[0] ?? now) + this.#window - now;
  }

  #live(times: number[], now: number): number[] {
    const isOver = (time: number) => time + this.#window <= now;
    if (this.#fixed) return times[0] !== undefined && isOver(times[0]) ? [] : times;
    const first = times.findIndex((time) => !isOver(time));
    return first === -1 ? [] : first === 0 ? times : times.slice(first);
  }
}
