import { type Codec, type Operation, type PreparedCall, prepareCall } from "@sailkit/beta-client";
import { UsageError } from "../errors/usage-error.ts";
import { redactCause } from "../observe/redact-cause.ts";
import type { CallInit } from "./call.ts";
import type { Engine } from "./engine.ts";

/**
 * Builds a call from what the caller gave, before anything is sent for it, a token included.
 * @throws {UsageError} where there is no such request, or it would go elsewhere than to the API
 */
export function buildCall(
  engine: Engine,
  operation: Operation,
  init: CallInit,
  codecs: readonly Codec[],
): PreparedCall {
  const { middleware: _, fetch: __, signal: ___, ...given } = init;
  const all = { baseUrl: engine.baseUrl, ...given };
  const { request, ...call } = building(engine, operation, () => {
    const prepared = prepareCall(operation, all, codecs, engine.headers);
    checkOrigin(engine, operation, prepared.url);
    return prepared;
  });
  return { ...call, request: (own) => building(engine, operation, () => request(own)) };
}

/** @throws {UsageError} for a URL that a token is not for */
export function checkOrigin({ origin }: Engine, { id }: Operation, url: string): void {
  const to = new URL(url).origin;
  if (to !== origin)
    throw new UsageError(`${id} would go to ${to}, but the token is for ${origin} only. Make an sdk for that address.`);
}

/** Errors of the platform as one that says what could not be built. */
function building<T>({ wire: { secrets } }: Engine, { id }: Operation, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof URIError)) throw error;
    throw new UsageError(`${id}: ${secrets.redact(error.message)}. The request was not sent.`, {
      cause: redactCause(error, secrets),
    });
  }
}
