import type { Clock } from "../../src/time/clock.ts";
import { systemClock } from "../../src/time/system-clock.ts";

/** The real clock, so many times as fast: for tests with real sockets. */
export function scaledClock(factor: number): Clock {
  return {
    now: () => systemClock.now() * factor,
    date: () => systemClock.date(),
    after: (ms, callback, hold) => systemClock.after(ms / factor, callback, hold),
  };
}
