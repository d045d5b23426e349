import type { Codec, Operation } from "@sailkit/beta-client";
import { checkNumber } from "../config/check-number.ts";
import { AuthenticationError } from "../errors/authentication-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { UnknownOutcomeError } from "../errors/unknown-outcome-error.ts";
import { classifyFailure } from "../retry/classify-failure.ts";
import { retryPolicy } from "../retry/retry-policy.ts";
import { openScope } from "../time/open-scope.ts";
import { buildCall } from "./build-call.ts";
import type { CallInit, CallResult } from "./call.ts";
import type { CallSettings } from "./call-settings.ts";
import type { Engine } from "./engine.ts";
import { isIdempotent } from "./is-idempotent.ts";
import { runAttempts } from "./run-attempts.ts";
import { sendOnce } from "./send-once.ts";

/** Milliseconds of a call where nobody says: three attempts, a token and two long waits, with room to spare. */
const usualTimeout = 300_000;

/**
 * One call: token, turn at the limiter, sending, retries, deadlines.
 * @throws {SdkError}, or the signal's reason
 */
export async function performCall(
  engine: Engine,
  operation: Operation,
  init: CallInit,
  codecs: readonly Codec[],
  settings: CallSettings,
): Promise<CallResult> {
  const { wire, tokens, limiter } = engine;
  const signal = settings.signal ?? init.signal;
  signal?.throwIfAborted();
  const prepared = buildCall(engine, operation, init, codecs);
  engine.noteUse(operation);

  const policy = retryPolicy(settings.retry, wire.policy);
  const asked = settings.timeout ?? engine.timeout;
  const timeoutMs = checkNumber("timeout", asked ?? usualTimeout, 1);
  const attemptTimeout = checkNumber("attemptTimeout", settings.attemptTimeout ?? wire.attemptTimeout, 1);
  const { id: operationId, method } = operation;
  const idempotent = isIdempotent(method);
  const replayable = typeof (init.body as { getReader?: unknown } | undefined)?.getReader !== "function";

  let last: unknown;
  let tokenError: unknown;
  let unclear = false;
  let mayReplay = replayable;
  const scope = openScope(wire.clock, signal, timeoutMs, () => {
    const message = `${operationId} (${method}): not done within \`timeout\` (${timeoutMs} ms): raise it, or look at its attempts in the log`;
    return new TimeoutError(message, { operationId, scope: "total", timeoutMs, cause: last });
  });
  const one = { operation, init, prepared, attemptTimeout, policy, scope };
  const token = () =>
    tokens.get(scope.signal).catch((error: unknown) => {
      tokenError = error;
      throw error;
    });

  const attempt = async (number: number): Promise<CallResult> => {
    // The token comes first, so that a slow token endpoint does not bunch up what the limiter has spread.
    let current = await token();
    if (limiter) {
      // Queueing behind thousands of one's own calls is no fault of this one; who sets a time means all of it.
      const resume = asked === undefined ? scope.pause() : undefined;
      const waited = await limiter.acquire(scope.signal, wire.hold).finally(resume);
      if (waited) current = await token();
    }
    const sending = { call, operationId, method, attempt: number, body: init.body };
    let sent = false;
    try {
      return await sendOnce(engine, one, sending, current, () => {
        sent = true;
      });
    } catch (error) {
      unclear ||= sent && isUnclear(error);
      if (!mayReplay || !(error instanceof AuthenticationError) || !tokens.reject(current)) throw error;
      mayReplay = false;
      return attempt(number);
    }
  };

  const call = engine.nextCall();
  const failed = (error: unknown) => {
    last = error;
  };
  const classify = (error: unknown) => (error === tokenError ? "final" : classifyFailure(error));
  try {
    return await runAttempts(
      wire,
      { call, operationId, method, idempotent, replayable, policy, scope, failed, classify },
      attempt,
    );
  } catch (error) {
    throw idempotent || !unclear ? error : unlessAnswered(error, operation);
  } finally {
    scope.close();
  }
}

/** Whether a request that left may have been carried out although it failed. */
function isUnclear(error: unknown): boolean {
  return error instanceof TimeoutError || (error instanceof ConnectionError && error.phase !== "connect");
}

/** What a call that changes something fails with: where no answer came, that nobody knows its outcome. */
function unlessAnswered(error: unknown, { id: operationId, method }: Operation): unknown {
  if (!(error instanceof TimeoutError || error instanceof ConnectionError)) return error;
  const { attempts, requestId } = error as ConnectionError;
  const message = `${operationId} (${method}) was sent, but no answer came: it may or may not have been carried out. Read the state before you send it again. (${error.message})`;
  return Object.assign(new UnknownOutcomeError(message, { operationId, requestId, cause: error }), { attempts });
}
