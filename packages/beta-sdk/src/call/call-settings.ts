import type { RetryOptions } from "../retry/retry-options.ts";

/** What may differ from the sdk's options for one call. */
export interface CallSettings {
  /**
   * Ends the call, wherever it is: in a queue, in a backoff, on the wire. The call rejects with the signal's reason.
   * @default none
   * @example
   * await sdk.tasks.get(id, { signal: controller.signal });
   */
  readonly signal?: AbortSignal | null | undefined;
  /**
   * Milliseconds for the whole call: waiting, every attempt with its body, every backoff.
   * @default that of the sdk
   * @example
   * await sdk.tasks.get(id, { timeout: 10_000 });
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds for one attempt, its body included.
   * @default that of the sdk
   * @example
   * await sdk.tasks.get(id, { attemptTimeout: 2_000 });
   */
  readonly attemptTimeout?: number | undefined;
  /**
   * When to send again; what is left out is that of the sdk. False: never.
   * @default that of the sdk
   * @example
   * await sdk.tasks.get(id, { retry: false });
   */
  readonly retry?: RetryOptions | false | undefined;
}
