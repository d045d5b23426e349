import type { Clock as TenantClock } from "@sailkit/sandbox";
import { sleep } from "../../src/time/sleep.ts";
import type { ManualClock } from "./manual-clock.ts";

/** Lets a tenant of the sandbox live by the clock that a test moves. */
export function tenantClock(clock: ManualClock): TenantClock {
  return {
    now: () => clock.date(),
    sleep: (ms, signal) =>
      ms === Number.POSITIVE_INFINITY
        ? new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }))
        : sleep(clock, ms, signal, false),
  };
}
