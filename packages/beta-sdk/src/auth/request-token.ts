import { exchange, requestIdOf } from "../call/exchange.ts";
import { runAttempts } from "../call/run-attempts.ts";
import type { Wire } from "../call/wire.ts";
import { AuthenticationError } from "../errors/authentication-error.ts";
import { createApiError } from "../errors/create-api-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { parseRetryAfter } from "../retry/parse-retry-after.ts";
import { openScope } from "../time/open-scope.ts";

/** A request of the token endpoint, or of the place that names it. */
export interface TokenCall {
  readonly url: string;
  /** Fields of the form; without them it is a GET. */
  readonly form?: Readonly<Record<string, string>>;
  /** What to do when it is refused. */
  readonly advice: string;
}

/** Why a 2xx answer is of no use, to go behind "the answer". */
export interface Problem {
  readonly problem: string;
}

/**
 * Asks for a token and gives the answer's JSON. Network errors, 429 and 5xx are retried; refusals are not.
 * @throws {AuthenticationError} for any other status, and where the answer is not JSON or `check` finds a problem
 */
export async function requestToken<T>(
  wire: Wire,
  { url, form, advice }: TokenCall,
  signal: AbortSignal,
  check: (body: unknown) => T | Problem,
): Promise<T> {
  const operationId = new URL(url).pathname.slice(1);
  const method = form ? "POST" : "GET";
  const timeoutMs = wire.attemptTimeout;
  const scope = openScope(wire.clock, signal);
  const late = () =>
    new TimeoutError(`${operationId}: no answer within ${timeoutMs} ms`, { operationId, scope: "attempt", timeoutMs });
  const attempts = { call: 0, operationId, method, idempotent: true, replayable: true, policy: wire.policy, scope };

  const attempt = async (number: number): Promise<T> => {
    const own = openScope(wire.clock, scope.signal, timeoutMs, late);
    try {
      const request = new Request(url, {
        method,
        headers: { Accept: "application/json" },
        ...(form && { body: new URLSearchParams(form) }),
        redirect: "manual",
        signal: own.signal,
      });
      const response = await exchange(wire, request, { call: 0, operationId, method, attempt: number }, own.signal);
      const text = await response.text();
      const { status } = response;
      const checked = response.ok ? check(parse(text)) : undefined;
      if (checked !== undefined && !isProblem<T>(checked)) return checked as T;
      const known = { operationId, method, path: new URL(url).pathname, response, requestId: requestIdOf(response) };
      const retryAfterMs = parseRetryAfter(response.headers, wire.clock.date());
      const passing = status === 429 || status === 408 || status >= 500;
      throw createApiError({
        ...known,
        body: response.ok ? undefined : parse(wire.secrets.redact(text)),
        retryAfterMs,
        ...(!passing && {
          as: AuthenticationError,
          advice: checked ? `The answer ${(checked as Problem).problem}.` : advice,
        }),
        redact: (text) => wire.secrets.redact(text),
      });
    } finally {
      own.close();
    }
  };

  try {
    return await runAttempts(wire, attempts, attempt);
  } finally {
    scope.close();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const isProblem = <T>(value: T | Problem): value is Problem =>
  typeof value === "object" && value !== null && "problem" in value;
