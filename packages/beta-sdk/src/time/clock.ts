/**
 * Where the sdk takes time from. Everything that waits or measures goes through it, so that tests can move it by hand.
 */
export interface Clock {
  /** Milliseconds since any fixed moment. Must never jump: lifetimes and deadlines are measured with it. */
  now(): number;
  /** Milliseconds since 1970, as `Date.now()`: only for dates that others wrote, such as `Retry-After`. */
  date(): number;
  /**
   * Runs `callback` once, after `ms` milliseconds.
   * @param hold false for a timer that must not keep the process alive
   * @returns what cancels it
   */
  after(ms: number, callback: () => void, hold: boolean): () => void;
}
