import type { Clock } from "./clock.ts";

/** Longest delay that timers take: above it they fire at once. */
const longest = 2 ** 31 - 1;

/** The clock of the runtime: monotonic time, real timers. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(ms, callback, hold) {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (left: number) => {
      timer = setTimeout(left > longest ? () => wait(left - longest) : callback, Math.min(left, longest));
      // Only Node, Deno and Bun have it; elsewhere nothing waits for timers.
      if (!hold) (timer as { unref?: () => void }).unref?.();
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
};
