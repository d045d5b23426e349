/** A token with its lifetime in monotonic time. */
export interface Token {
  readonly value: string;
  /** Clock time at which it ends; Infinity for one that is never refreshed, -Infinity for one that is used once. */
  readonly end: number;
  /** Milliseconds it lasted when it was issued. */
  readonly lifetimeMs: number;
  /** Whether it came from a store. */
  readonly stored?: boolean;
}
