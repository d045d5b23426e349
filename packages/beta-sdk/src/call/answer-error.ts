import { createApiError } from "../errors/create-api-error.ts";
import type { SdkError } from "../errors/sdk-error.ts";
import { parseRetryAfter } from "../retry/parse-retry-after.ts";
import type { Call } from "./call.ts";
import type { Engine } from "./engine.ts";
import { requestIdOf } from "./exchange.ts";
import { isIdempotent } from "./is-idempotent.ts";

/**
 * The error for an answer that is not 2xx. A 429 holds back every call of this client id for as long as the server says.
 * @param error - what the low-level client made of its body
 */
export async function answerError(engine: Engine, call: Call, response: Response, error: unknown): Promise<SdkError> {
  const { wire, limiter } = engine;
  const { id: operationId, method, path } = call.operation;
  const { status } = response;
  const retryAfterMs = parseRetryAfter(response.headers, wire.clock.date());
  // A longer wait fails the call at once; holding up everyone else's for it would hang them.
  if (status === 429 && retryAfterMs !== undefined && retryAfterMs <= call.policy.maxRetryAfter)
    limiter?.pause(retryAfterMs);
  const permission = status === 403 ? await engine.explain(call.operation) : undefined;
  const body = JSON.parse(wire.secrets.redact(JSON.stringify(isUndocumented(error) ? error.body : error))) as unknown;
  return createApiError({
    operationId,
    method,
    path,
    response,
    body,
    requestId: requestIdOf(response),
    retryAfterMs,
    advice: permission?.advice ?? adviceFor(status, method),
    required: permission?.required,
    redact: (text) => wire.secrets.redact(text),
  });
}

/** The low-level client's stand-in for a body that is not what the spec declares. */
function isUndocumented(error: unknown): error is { body: string } {
  return typeof error === "object" && error !== null && "body" in error && "statusText" in error;
}

function adviceFor(status: number, method: string): string {
  if (status === 401)
    return "The API refuses the token: was the client or its secret withdrawn, or is it of another tenant?";
  if (status >= 500 && !isIdempotent(method))
    return "It may or may not have been carried out: read the state before you send it again.";
  return "";
}
