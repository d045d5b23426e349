import type { Codec, Outgoing } from "./codec.ts";
import type { Operation } from "./operation.ts";
import { RequestError } from "./request-error.ts";
import { serializeQuery } from "./serialize-query.ts";

/** What callers give of a request: its parameters and its body. */
export interface Given {
  readonly baseUrl: string;
  readonly params?: Partial<Outgoing["params"]> | undefined;
  readonly body?: unknown;
  readonly contentType?: string | undefined;
}

/**
 * What an operation is to send, prepared by its codecs.
 * @throws {RequestError} for a base URL with a query or a fragment
 */
export function outgoing(operation: Operation, given: Given, codecs: readonly Codec[]): Outgoing {
  const { baseUrl, params, body, contentType } = given;
  const { body: media = "application/json" } = operation;
  // A query would swallow the path, and two slashes would make a host of it; names of places may hold anything.
  if (/^\/\/|^[^{]*[?#]/.test(baseUrl + operation.path)) throw new RequestError(`Unusable baseUrl: ${baseUrl}`);
  const request: Outgoing = {
    params: { ...params, path: params?.path ?? {} },
    body,
    contentType: contentType ?? (typeof media === "string" ? media : media[0]),
    querySerializer: serializeQuery,
  };
  for (const codec of codecs) codec.encode?.(request, operation);
  return request;
}
