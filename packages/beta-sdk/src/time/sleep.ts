import type { Clock } from "./clock.ts";

/** Waits `ms` milliseconds; rejects at once with the signal's reason when that is aborted. Leaves no timer and no listener. */
export function sleep(clock: Clock, ms: number, signal: AbortSignal | undefined, hold = true): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const cancel = clock.after(
      ms,
      () => {
        signal?.removeEventListener("abort", abort);
        resolve();
      },
      hold,
    );
    const abort = () => {
      cancel();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", abort, { once: true });
  });
}
