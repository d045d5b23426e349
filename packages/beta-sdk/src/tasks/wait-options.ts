import type { TaskStatus } from "@sailkit/beta-client";

/** Options of `sdk.tasks.waitFor`. */
export interface WaitOptions {
  /**
   * Milliseconds to wait in all.
   * @default 600000, that is ten minutes
   */
  readonly timeout?: number;
  /**
   * Milliseconds between the first two looks; the time grows by half with each.
   * @default 2000
   */
  readonly interval?: number;
  /**
   * Milliseconds between two looks at most.
   * @default 15000
   */
  readonly maxInterval?: number;
  /** Told of the task at the first look, and whenever it has moved. A promise is waited for. */
  readonly onProgress?: (task: TaskStatus) => unknown;
  /** Ends the wait; it rejects with the signal's reason. The task goes on. */
  readonly signal?: AbortSignal;
}
