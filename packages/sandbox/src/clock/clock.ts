/** The time a tenant lives by. Anything with these two functions will do; `createClock` makes one. */
export interface Clock {
  /** The present, in milliseconds since the epoch. */
  now(): number;
  /**
   * Resolves once `ms` milliseconds of this clock have passed; `Infinity` never does.
   * Rejects with the signal's reason as soon as `signal` is aborted.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Moves the present ahead by `ms` milliseconds, waking every sleeper on the way at its own time. What was begun before
   * gets a turn of the event loop to fall asleep first.
   */
  advance?(ms: number): Promise<void>;
}
