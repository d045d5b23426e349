import { isOurs } from "./is-ours.ts";
import { numberTimers } from "./number-timers.ts";

/** Globals that some runtimes have, and that the packages must not need. */
const EXTRAS = ["process", "Buffer", "setImmediate", "clearImmediate", "require", "module", "global"];

/**
 * Takes away what only some runtimes have, so that each runs the suite as the poorest of them: the extra globals,
 * `AbortSignal.any`, and timers that are objects with `unref`. The runtime itself keeps what it has: the `fetch` of Node
 * looks up the global `Buffer` late.
 * @returns what puts it all back
 */
export function barePlace(): () => void {
  const place = globalThis as unknown as Record<string, unknown>;
  const kept = EXTRAS.flatMap((name) => {
    const descriptor = Object.getOwnPropertyDescriptor(place, name);
    if (!descriptor) return [];
    const value = place[name];
    const get = () => (isOurs(new Error().stack) ? undefined : value);
    Object.defineProperty(place, name, { get, set() {}, configurable: true, enumerable: false });
    return [[name, descriptor] as const];
  });
  Object.defineProperty(AbortSignal, "any", { value: undefined, configurable: true });
  const restoreTimers = numberTimers();
  return () => {
    restoreTimers();
    for (const [name, descriptor] of kept) Object.defineProperty(place, name, descriptor);
  };
}
