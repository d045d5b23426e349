import type { TaskStatus } from "@sailkit/beta-client";

/** Options of `sdk.tasks.waitFor`. */
export interface WaitOptions {
  /**
   * Milliseconds to wait in all.
   * @default 600000, that is ten minutes
   * @example
   * await sdk.tasks.waitFor(id, { timeout: 3_600_000 });
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds between the first two looks; the time grows by half with each.
   * @default 2000
   * @example
   * await sdk.tasks.waitFor(id, { interval: 500 });
   */
  readonly interval?: number | undefined;
  /**
   * Milliseconds between two looks at most.
   * @default 15000
   * @example
   * await sdk.tasks.waitFor(id, { maxInterval: 60_000 });
   */
  readonly maxInterval?: number | undefined;
  /**
   * Told of the task at the first look, and whenever it has moved. A promise is waited for.
   * @default none
   * @example
   * await sdk.tasks.waitFor(id, { onProgress: (task) => console.log(`${task.percentComplete} %`) });
   */
  readonly onProgress?: ((task: TaskStatus) => unknown) | undefined;
  /**
   * Ends the wait; it rejects with the signal's reason. The task goes on.
   * @default none
   * @example
   * await sdk.tasks.waitFor(id, { signal: AbortSignal.timeout(60_000) });
   */
  readonly signal?: AbortSignal | undefined;
}
