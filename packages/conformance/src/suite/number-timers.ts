import { isOurs } from "./is-ours.ts";

/**
 * Has `setTimeout` give the suite and the packages a number, as in a browser. The runtime itself gets what it is used to.
 * @returns what puts the timers back
 */
export function numberTimers(): () => void {
  const { setTimeout, clearTimeout } = globalThis;
  const timers = new Map<unknown, ReturnType<typeof setTimeout>>();
  let last = 0;
  const start = (callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    if (!isOurs(new Error().stack)) return setTimeout(callback, ms, ...args);
    const id = ++last;
    const run = () => {
      timers.delete(id);
      callback(...args);
    };
    timers.set(id, setTimeout(run, ms));
    return id;
  };
  const clear = (id: Parameters<typeof clearTimeout>[0]) => {
    clearTimeout(timers.get(id) ?? id);
    timers.delete(id);
  };
  Object.assign(globalThis, { setTimeout: start, clearTimeout: clear });
  return () => void Object.assign(globalThis, { setTimeout, clearTimeout });
}
