import type { TaskStatus } from "@sailkit/beta-client";
import type { Wire } from "../call/wire.ts";
import { checkNumber } from "../config/check-number.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { openScope } from "../time/open-scope.ts";
import { sleep } from "../time/sleep.ts";
import type { WaitOptions } from "./wait-options.ts";

/**
 * Looks at a task until it has ended.
 * @param get - reads the task
 * @throws {TimeoutError} of scope `wait`; whatever `get` and `onProgress` throw
 */
export async function waitForTask(
  { clock, hold }: Wire,
  get: (signal: AbortSignal) => Promise<TaskStatus>,
  options: WaitOptions,
): Promise<TaskStatus> {
  const { onProgress, signal } = options;
  const timeoutMs = checkNumber("timeout", options.timeout ?? 600_000, 1);
  const maxInterval = checkNumber("maxInterval", options.maxInterval ?? 15_000, 1);
  let interval = checkNumber("interval", options.interval ?? 2_000, 1);
  let seen = "";
  let at = "";
  const scope = openScope(clock, signal, timeoutMs, () => {
    const details = { operationId: "tasks.waitFor", scope: "wait" as const, timeoutMs };
    return new TimeoutError(`The task has not ended within \`timeout\` (${timeoutMs} ms)${at}. It goes on.`, details);
  });
  try {
    for (;;) {
      const task = await get(scope.signal);
      const { percentComplete, progress, completionStatus, completed, messages } = task;
      at = `: it is at ${percentComplete} %`;
      const state = JSON.stringify([percentComplete, progress, completionStatus, completed, messages]);
      if (state !== seen) await onProgress?.(task);
      seen = state;
      // Where the server leaves a field out, the task has not ended either.
      if (completionStatus != null || completed != null) return task;
      await sleep(clock, Math.min(interval, maxInterval), scope.signal, hold);
      interval *= 1.5;
    }
  } finally {
    scope.close();
  }
}
