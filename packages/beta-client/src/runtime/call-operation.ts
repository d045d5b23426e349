import type { Codec, Outgoing } from "./codec.ts";
import { decodeJson } from "./decode-json.ts";
import type { HeadersOptions } from "./fetch-client.ts";
import { headerEntries } from "./header-entries.ts";
import type { Operation } from "./operation.ts";
import { RequestError } from "./request-error.ts";
import { serializeQuery } from "./serialize-query.ts";

/** The method of an openapi-fetch client that calls go through, typed for any path. */
export type Send = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** What callers pass to the function of an operation. */
export interface CallInit {
  baseUrl: string;
  /** Whether the headers of the client name media types to accept. */
  accepts?: boolean;
  signal?: AbortSignal | null;
  params?: Partial<Outgoing["params"]>;
  body?: unknown;
  contentType?: string;
  headers?: HeadersOptions;
  redirect?: RequestRedirect;
  [option: string]: unknown;
}

/** Sends an operation through openapi-fetch, with its media types, parameter styles, answers and errors put right. */
export async function callOperation(
  send: Send,
  operation: Operation,
  init: CallInit,
  codecs: readonly Codec[],
): Promise<{ data?: unknown; error?: unknown; response: Response }> {
  const { params, body, contentType, headers, redirect, accepts, ...options } = init;
  const { method, path, accept = "application/json" } = operation;
  options.signal?.throwIfAborted();
  // A query would swallow the path, and two slashes would make a host of it; names of places may hold anything.
  if (/^\/\/|^[^{]*[?#]/.test(options.baseUrl + path)) throw new RequestError(`Unusable baseUrl: ${options.baseUrl}`);
  const request: Outgoing = {
    params: { ...params, path: params?.path ?? {} },
    body,
    contentType: contentType ?? [operation.body ?? "application/json"].flat()[0],
    querySerializer: serializeQuery,
  };
  for (const codec of codecs) codec.encode?.(request, operation);
  const { contentType: type = null, ...parts } = request;

  const { error, response } = await send(method, path, {
    ...options,
    ...parts,
    // An explicit undefined would make fetch follow redirects.
    ...(redirect && { redirect }),
    headers: {
      ...(!accepts && { Accept: accept }),
      ...(body !== undefined && { "Content-Type": type }),
      ...headerEntries(headers),
    },
    parseAs: "stream",
  });
  if (!response.ok) return { error: documented(error, response, accept), response };
  const bodiless = method === "HEAD" || /^20[45]$/.test(`${response.status}`);
  const decode = codecs.find((codec) => codec.decode)?.decode ?? decodeJson;
  return { data: bodiless ? undefined : await decode(response, operation), response };
}

/** openapi-fetch gives JSON as a value, anything else as text, and nothing for an empty body. */
function documented(error: unknown, response: Response, accept: string): unknown {
  const type = response.headers.get("content-type")?.split(";")[0];
  if (error && (typeof error === "object" || (type && accept.includes(type)))) return error;
  return { status: response.status, statusText: response.statusText, body: error === undefined ? "" : String(error) };
}
