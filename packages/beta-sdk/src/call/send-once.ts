import { DecodeError as ClientDecodeError, type Codec, type Operation } from "@sailkit/beta-client";
import { createApiError } from "../errors/create-api-error.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { redactCause } from "../observe/redact-cause.ts";
import { parseRetryAfter } from "../retry/parse-retry-after.ts";
import type { RetryPolicy } from "../retry/retry-options.ts";
import { openScope, type Scope } from "../time/open-scope.ts";
import type { Engine } from "./engine.ts";
import { exchange, requestIdOf } from "./exchange.ts";
import { isIdempotent } from "./is-idempotent.ts";
import type { Fetch, Sending } from "./wire.ts";

/** What the low-level functions take, as far as it matters here. */
export interface CallInit {
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
  readonly fetch?: Fetch | undefined;
}

/** What a successful call gives. */
export interface CallResult {
  readonly data: unknown;
  readonly response: Response;
}

/** One call, as far as a single attempt is concerned. */
export interface Call {
  readonly operation: Operation;
  readonly init: CallInit;
  readonly codecs: readonly Codec[];
  readonly attemptTimeout: number;
  readonly policy: RetryPolicy;
  readonly scope: Scope;
}

/**
 * Sends an operation once, with a token.
 * @param sent - called when the request leaves
 * @throws {SdkError}, or the reason of the scope's signal
 */
export async function sendOnce(
  engine: Engine,
  call: Call,
  sending: Sending,
  token: string,
  sent: () => void,
): Promise<CallResult> {
  const { wire, client, origin } = engine;
  const { operation, init, codecs, attemptTimeout: timeoutMs } = call;
  const { operationId, method } = sending;
  const own = openScope(wire.clock, call.scope.signal, timeoutMs, () => {
    const message = `${operationId} (${method}): no answer within \`attemptTimeout\` (${timeoutMs} ms)`;
    return new TimeoutError(message, { operationId, scope: "attempt", timeoutMs });
  });
  const fetch: Fetch = (request) => {
    const to = new URL(request.url).origin;
    if (to !== origin) throw new UsageError(`${operationId} would go to ${to}, but the token is for ${origin} only`);
    wire.secrets.add(token, true);
    request.headers.set("Authorization", `Bearer ${token}`);
    sent();
    return exchange(wire, request, sending, own.signal, init.fetch);
  };
  try {
    const options = { ...init, redirect: "manual", signal: own.signal, fetch };
    const { data, error, response } = await client.call<Answer>(operation, options, ...codecs);
    if (!response.ok) throw await apiError(engine, call, response, error);
    return { data, response };
  } catch (error) {
    if (error instanceof ClientDecodeError)
      throw decodeError("is not JSON", error.response, error.snippet, sending, engine);
    const own = error instanceof SdkError || !(error instanceof TypeError || error instanceof URIError);
    if (own) throw error;
    // What fetch throws has been dealt with, so the request could not be built from what the caller gave.
    throw new UsageError(`${operationId}: ${wire.secrets.redact(error.message)}. The request was not sent.`, {
      cause: redactCause(error, wire.secrets),
    });
  } finally {
    own.close();
  }
}

interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

function decodeError(
  problem: string,
  response: Response,
  text: string,
  { operationId, method }: Sending,
  { wire: { secrets } }: Engine,
): DecodeError {
  const { status } = response;
  const contentType = response.headers.get("content-type") ?? undefined;
  const message = `${operationId} (${method}): the body of the answer (${status}, ${contentType ?? "no content type"}) ${problem}. A proxy may stand between you and the API.`;
  const snippet = secrets.redact(text).slice(0, 1000);
  return new DecodeError(message, { operationId, status, contentType, requestId: requestIdOf(response), snippet });
}

async function apiError(engine: Engine, call: Call, response: Response, error: unknown): Promise<SdkError> {
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
