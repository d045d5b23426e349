import { abortable } from "../time/abortable.ts";
import type { Clock } from "../time/clock.ts";
import type { Token } from "./token.ts";
import { tokenFreshness } from "./token-freshness.ts";

/** Gets a new token; `rejected` is the one the API refused, if any. */
export type ObtainToken = (signal: AbortSignal, rejected: string | undefined) => Promise<Token>;

/** Milliseconds without another background refresh after one that failed. */
const pause = 10_000;

interface Refresh {
  readonly promise: Promise<Token>;
  readonly controller: AbortController;
  /** Callers that wait for it. */
  waiting: number;
}

/** Keeps one token and refreshes it, one refresh at a time, whoever and however many ask. */
export class TokenManager {
  readonly #clock: Clock;
  readonly #obtain: ObtainToken;
  #token: Token | undefined;
  #refresh: Refresh | undefined;
  #rejected: string | undefined;
  #quietUntil = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, obtain: ObtainToken) {
    this.#clock = clock;
    this.#obtain = obtain;
  }

  /** A token to send now. Rejects with the signal's reason when that is aborted; others who wait are served all the same. */
  async get(signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const now = this.#clock.now();
    const state = this.#token ? tokenFreshness(this.#token, now) : "stale";
    if (this.#token && state !== "stale") {
      if (state === "aging" && now >= this.#quietUntil) this.#renew().promise.catch(() => {});
      return this.#token.value;
    }
    const refresh = this.#renew();
    refresh.waiting++;
    try {
      return (await abortable(refresh.promise, signal)).value;
    } finally {
      if (--refresh.waiting === 0) this.#abandon(refresh, signal.reason);
    }
  }

  /** Tells that the API refused this token. Does nothing when a newer one is there already. */
  reject(value: string): void {
    if (this.#token?.value !== value) return;
    this.#token = undefined;
    this.#rejected = value;
  }

  #renew(): Refresh {
    if (this.#refresh) return this.#refresh;
    const controller = new AbortController();
    const refresh: Refresh = { promise: this.#obtain(controller.signal, this.#rejected), controller, waiting: 0 };
    this.#refresh = refresh;
    const settle = (token?: Token) => {
      // An abandoned refresh that still ends must not replace what came after it.
      if (this.#refresh !== refresh) return;
      this.#refresh = undefined;
      if (token) this.#token = token;
      else this.#quietUntil = this.#clock.now() + pause;
    };
    refresh.promise.then(settle, () => settle());
    return refresh;
  }

  /** Stops a refresh for which nobody waits any more, so that nothing more is sent. */
  #abandon(refresh: Refresh, reason: unknown): void {
    if (this.#refresh !== refresh) return;
    this.#refresh = undefined;
    refresh.controller.abort(reason);
  }
}
