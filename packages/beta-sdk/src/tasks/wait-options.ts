import type { TaskStatus } from "@sailkit/beta-client";

/** Options of `sdk.tasks.waitFor`. */
export interface WaitOptions {
  /**
   * Milliseconds to wait in all.
   * @default 600000, that is ten minutes
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds between the first two looks; the time grows by half with each.
   * @default 2000
   */
  readonly interval?: number | undefined;
  /**
   * Milliseconds between two looks at most.
   * @default 15000
   */
  readonly maxInterval?: number | undefined;
  /** Told of the task at the first look, and whenever it has moved. A promise is waited for. */
  readonly onProgress?: ((task: TaskStatus) => unknown) | undefined;
  /** Ends the wait; it rejects with the signal's reason. The task goes on. */
  readonly signal?: AbortSignal | undefined;
}
