import type { Codec } from "./codec.ts";
import type { HeadersOptions } from "./fetch-client.ts";
import { headerEntries } from "./header-entries.ts";
import type { Operation } from "./operation.ts";
import { type Given, outgoing } from "./outgoing.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { serializePath } from "./serialize-path.ts";

/** What callers give of a call: where to, its parameters, its body, and options of `fetch`. */
export interface PrepareInit extends Given, Omit<RequestInit, "body" | "headers"> {
  /** Null removes a header of `always`. */
  readonly headers?: HeadersOptions;
}

/** A call that is ready to be sent, as often as it takes. */
export interface PreparedCall {
  /** With its query, whole where `baseUrl` is. */
  readonly url: string;
  /** Makes the request: a new one for every sending. A body that is a stream can be sent once. */
  request(init?: RequestInit): Request;
  /**
   * Reads the answer: `data` on 2xx, else `error`.
   * @throws {DecodeError} for a 2xx whose body is not what the operation answers
   */
  read(response: Response): Promise<Answer>;
}

/**
 * Prepares a call for code that sends it by itself, as the functions of operations do through a client: for layers with
 * retries of their own, which must not find out at the third attempt that there is no such request.
 * @param always - headers of every call
 * @throws {RequestError} when the request cannot be built; `TypeError` for headers that are none
 */
export function prepareCall(
  operation: Operation,
  init: PrepareInit,
  codecs: readonly Codec[],
  always?: HeadersOptions,
): PreparedCall {
  const { method, path, accept = "application/json" } = operation;
  const out = outgoing(operation, init, codecs);
  const { params, contentType, pathSerializer = serializePath, bodySerializer = JSON.stringify } = out;
  const query = out.querySerializer(params.query ?? {});
  const url = init.baseUrl.replace(/\/$/, "") + pathSerializer(path, params.path) + (query && `?${query}`);
  const headers = new Headers({ Accept: accept });
  if (init.body !== undefined && contentType) headers.set("Content-Type", contentType);
  for (const some of [always, init.headers, params.header]) if (some) setHeaders(headers, some as HeadersOptions);
  // What is no option of a request, such as `params`, is left for it to ignore: leaving it out takes longer.
  const all: RequestInit & { duplex?: "half" } = { ...init, method, headers, body: null };
  if (init.body !== undefined) all.body = bodySerializer(out.body) as BodyInit;
  if (out.duplex) all.duplex = out.duplex;
  return {
    url,
    request: (more) => new Request(url, more ? { ...all, ...more } : all),
    async read(response) {
      const error = response.ok ? undefined : parsed(await response.text());
      return readAnswer(operation, codecs, response, error);
    },
  };
}

/** Sets headers over those that are there. */
function setHeaders(headers: Headers, some: HeadersOptions): void {
  for (const [name, value] of Object.entries(headerEntries(some))) {
    if (Array.isArray(value)) {
      headers.delete(name);
      for (const one of value) if (one !== null) headers.append(name, String(one));
    } else if (value === null) headers.delete(name);
    else if (value !== undefined) headers.set(name, String(value));
  }
}

/** JSON as a value, anything else as text, nothing for an empty body. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
