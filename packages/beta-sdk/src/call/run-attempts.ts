import { ApiError } from "../errors/api-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { backoff } from "../retry/backoff.ts";
import { classifyFailure, type Failure } from "../retry/classify-failure.ts";
import { decideRetry } from "../retry/decide-retry.ts";
import type { RetryPolicy } from "../retry/retry-options.ts";
import type { Scope } from "../time/open-scope.ts";
import { sleep } from "../time/sleep.ts";
import type { Sending, Wire } from "./wire.ts";

/** What a call is, as far as sending it again is concerned. */
export interface Attempts extends Omit<Sending, "attempt"> {
  readonly idempotent: boolean;
  readonly replayable: boolean;
  readonly policy: RetryPolicy;
  /** Deadline and abort of the whole call. */
  readonly scope: Scope;
  /** Told of every failure, before anything else happens. */
  readonly failed?: (error: unknown) => void;
  readonly classify?: (error: unknown) => Failure;
}

/** Runs `attempt` until it succeeds, or until sending it again is of no use, not safe or not in time. */
export async function runAttempts<T>(wire: Wire, call: Attempts, attempt: (number: number) => Promise<T>): Promise<T> {
  const { clock, random, budget, observer } = wire;
  const { scope, policy, call: number, operationId, method, idempotent, replayable } = call;
  budget.add();
  for (let made = 1; ; made++) {
    scope.signal.throwIfAborted();
    try {
      return await attempt(made);
    } catch (error) {
      if (scope.signal.aborted || !(error instanceof SdkError)) throw error;
      call.failed?.(error);
      const failure = (call.classify ?? classifyFailure)(error);
      const retryAfterMs = error instanceof ApiError ? error.retryAfterMs : undefined;
      const backoffMs = backoff(made, policy, random());
      const situation = { failure, attempt: made, idempotent, replayable, retryAfterMs, backoffMs };
      let decision = decideRetry({ ...situation, leftMs: scope.left(), random: random() }, policy);
      // Throttled calls are spared: the limiter and `Retry-After` hold them back already.
      if ("delayMs" in decision && failure !== "throttled" && !budget.take()) {
        decision = { reason: "too many of this sdk's calls fail, so its retry budget is used up" };
      }
      if (!("delayMs" in decision)) throw giveUp(error, made, decision.reason);
      observer.tell("retry", { call: number, operationId, method, attempt: made, delayMs: decision.delayMs, error });
      await sleep(clock, decision.delayMs, scope.signal, wire.holdBackoff);
    }
  }
}

function giveUp(error: SdkError, attempts: number, reason: string): SdkError {
  const more = reason ? ` Not sent again: ${reason}.` : attempts > 1 ? ` Sent ${attempts} times.` : "";
  const before = error.message;
  const message = before.replace(/[^.\]]$/, "$&.") + more;
  // What is printed of an uncaught error is its stack, which begins with the message as it was.
  const stack = error.stack?.replace(before, () => message);
  return Object.assign(error, { message, stack, attempts });
}
