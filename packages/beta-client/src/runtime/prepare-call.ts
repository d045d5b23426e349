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
  readonly url: string;
  /** Makes the request: a new one for every sending. A body that is a stream can be sent once. */
  request(init: RequestInit): Request;
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
  const { baseUrl, params: _, body: given, contentType: __, headers: own, ...options } = init;
  const { method, path, accept = "application/json" } = operation;
  const { params, body, contentType, querySerializer, ...parts } = outgoing(operation, init, codecs);
  const { pathSerializer = serializePath, bodySerializer = JSON.stringify, ...others } = parts;
  const query = querySerializer(params.query ?? {});
  const url = baseUrl.replace(/\/$/, "") + pathSerializer(path, params.path) + (query && `?${query}`);
  const headers = new Headers({ Accept: accept });
  if (given !== undefined && contentType) headers.set("Content-Type", contentType);
  for (const [name, value] of [always, own, params.header].flatMap((some) =>
    Object.entries(headerEntries(some as HeadersOptions)),
  )) {
    if (value === undefined) continue;
    headers.delete(name);
    for (const one of [value].flat()) if (one !== null) headers.append(name, String(one));
  }
  const all = {
    ...options,
    ...others,
    method,
    headers,
    body: given === undefined ? null : (bodySerializer(body) as BodyInit),
  };
  return {
    url,
    request: (more) => new Request(url, { ...all, ...more }),
    async read(response) {
      if (response.ok) return readAnswer(operation, codecs, response, undefined);
      const text = await response.text();
      return readAnswer(operation, codecs, response, parsed(text));
    },
  };
}

/** JSON as a value, anything else as text, nothing for an empty body. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
