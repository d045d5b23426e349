import type { Clock } from "./clock.ts";

/** What `createClock` takes. */
export interface ClockOptions {
  /** Where the clock starts, in milliseconds since the epoch. Default: the real present. */
  readonly start?: number;
  /**
   * How many milliseconds of this clock pass in a real one. Default 1. With 60, a minute takes a second; with 0, time
   * stands still until `advance`; with `Infinity`, whoever sleeps is woken at once and time jumps to that moment.
   */
  readonly speed?: number;
}

interface Sleeper {
  readonly due: number;
  wake(): void;
}

// A real timer overflows past 2^31 ms and then fires at once.
const longestTimer = 2 ** 31 - 1;

/**
 * A clock that can be wound: real, faster than real, or standing still for tests. It keeps no timer unless someone sleeps.
 *
 * @example
 * const clock = createClock({ start: Date.UTC(2026, 2, 1), speed: 0 });
 * await clock.advance(60_000);
 */
export function createClock({ start = Date.now(), speed = 1 }: ClockOptions = {}): Required<Clock> {
  if (!(speed >= 0)) throw new RangeError(`A clock needs a speed of 0 or more, not ${speed}.`);
  const runs = speed > 0 && Number.isFinite(speed);
  const sleepers = new Set<Sleeper>();
  let present = start;
  let since = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function now(): number {
    return runs ? present + (performance.now() - since) * speed : present;
  }

  function moveTo(time: number): void {
    present = time;
    since = performance.now();
  }

  function next(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of sleepers) if (first === undefined || sleeper.due < first.due) first = sleeper;
    return first;
  }

  function wakeDue(): void {
    if (speed === Number.POSITIVE_INFINITY) {
      const first = next();
      if (first !== undefined) {
        moveTo(Math.max(present, first.due));
        first.wake();
      }
    } else {
      for (const sleeper of [...sleepers]) if (sleeper.due <= now()) sleeper.wake();
    }
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    const first = next();
    if (first === undefined || speed === 0) return;
    const wait = Number.isFinite(speed) ? Math.ceil((first.due - now()) / speed) : 0;
    timer = setTimeout(wakeDue, Math.min(Math.max(wait, 0), longestTimer));
  }

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { due: now() + ms, wake: () => settle(resolve) };
      const abort = () => settle(() => reject(signal?.reason));

      function settle(end: () => void): void {
        sleepers.delete(sleeper);
        signal?.removeEventListener("abort", abort);
        schedule();
        end();
      }

      if (signal?.aborted) abort();
      else if (!(ms > 0)) resolve();
      else {
        signal?.addEventListener("abort", abort);
        // Nobody wakes from an endless sleep, so it must not keep a timer either.
        if (ms < Number.POSITIVE_INFINITY) sleepers.add(sleeper);
        schedule();
      }
    });
  }

  async function advance(ms: number): Promise<void> {
    if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`A clock only advances by 0 ms or more, not by ${ms}.`);
    // Whoever is just about to fall asleep is to sleep from now on, not from then.
    await turn();
    const target = now() + ms;
    for (let first = next(); first !== undefined && first.due <= target; first = next()) {
      moveTo(Math.max(now(), first.due));
      first.wake();
      await turn();
    }
    if (target > now()) moveTo(target);
    schedule();
  }

  return { now, sleep, advance };
}

/** Lets what a waking sleeper triggers run before time goes on: one turn of the event loop, whatever timers are faked. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
