import type { Clock } from "../../src/time/clock.ts";
import { arrived } from "./socket-transport.ts";

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
  readonly hold: boolean;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  /** Wall-clock time minus monotonic time, which tests may change to make the wall clock jump. */
  offset: number = Date.UTC(2026, 0, 1);
  #now = 0;
  #order = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  date(): number {
    return this.#now + this.offset;
  }

  after(ms: number, callback: () => void, hold: boolean): () => void {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, callback, hold };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Timers that wait, those only that keep the process alive where `hold` is asked for. */
  waiting(hold?: boolean): number {
    return [...this.#timers].filter((timer) => hold === undefined || timer.hold === hold).length;
  }

  /** Moves the time, firing every timer at its own moment. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await flush();
    while (this.#fire(end)) await flush();
    this.#now = end;
    await flush();
  }

  /** Moves the time from timer to timer until the promise is settled, and gives its value. */
  async settle<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    promise.then(
      () => {
        settled = true;
      },
      () => {
        settled = true;
      },
    );
    // A module that is loaded meanwhile takes real time: the manifest of a whole edition, on a busy machine, seconds.
    for (
      let [idle, since] = [0, performance.now()];
      !settled && (idle < 200 || performance.now() < since + 5_000);
      idle++
    ) {
      await flush();
      if (!settled && this.#fire(Number.POSITIVE_INFINITY)) [idle, since] = [0, performance.now()];
    }
    if (!settled) throw new Error("Nothing moves any more, and the promise is not settled");
    return promise;
  }

  #fire(until: number): boolean {
    const next = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0];
    if (!next) return false;
    this.#timers.delete(next);
    this.#now = Math.max(this.#now, next.at);
    next.callback();
    return true;
  }
}

/** Lets promises and streams settle. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    await arrived();
  }
}
