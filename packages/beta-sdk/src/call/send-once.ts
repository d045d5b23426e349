import { DecodeError as ClientDecodeError, type Codec, type Operation } from "@sailkit/beta-client";
import { DecodeError } from "../errors/decode-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { redactCause } from "../observe/redact-cause.ts";
import type { RetryPolicy } from "../retry/retry-options.ts";
import { openScope, type Scope } from "../time/open-scope.ts";
import { answerError } from "./answer-error.ts";
import type { Engine } from "./engine.ts";
import { exchange, requestIdOf } from "./exchange.ts";
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
    if (!response.ok) throw await answerError(engine, call, response, error);
    return { data, response };
  } catch (error) {
    if (error instanceof ClientDecodeError)
      throw decodeError("is not JSON", error.response, error.snippet, sending, engine);
    if (error instanceof SdkError || !(error instanceof TypeError || error instanceof URIError)) throw error;
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
