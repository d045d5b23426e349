import type { Codec, Outgoing } from "./codec.ts";
import { DecodeError } from "./decode-error.ts";
import type { Operation } from "./operation.ts";

/** The method of an openapi-fetch client that calls go through, typed for any path. */
export type Send = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** What callers pass to the function of an operation. */
export interface CallInit {
  params?: Partial<Outgoing["params"]>;
  body?: unknown;
  contentType?: string;
  headers?: Iterable<[string, string]> | Record<string, unknown>;
  [option: string]: unknown;
}

/** Sends an operation through openapi-fetch, with its media types, parameter styles, answers and errors put right. */
export async function callOperation(
  send: Send,
  operation: Operation,
  init: CallInit,
  codecs: readonly Codec[],
): Promise<{ data?: unknown; error?: unknown; response: Response }> {
  const { params, body, contentType, headers = {}, ...options } = init;
  const accept = operation.accept ?? "application/json";
  const request: Outgoing = {
    params: { ...params, path: params?.path ?? {} },
    body,
    contentType: contentType ?? [operation.body ?? "application/json"].flat()[0],
  };
  for (const codec of codecs) codec.encode?.(request, operation);
  const { contentType: type, ...parts } = request;

  const { data, error, response } = await send(operation.method, operation.path, {
    ...options,
    ...parts,
    headers: {
      Accept: accept,
      ...(body !== undefined && type && { "Content-Type": type }),
      ...(Symbol.iterator in headers ? Object.fromEntries(headers) : headers),
    },
    parseAs: "stream",
  });
  if (!response.ok) return { error: documented(error, response, accept), response };
  const decode = codecs.find((codec) => codec.decode)?.decode ?? decodeJson;
  return { data: data ? await decode(response, operation) : undefined, response };
}

/** Reads JSON; an empty body is undefined. */
export async function decodeJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch (cause) {
    throw new DecodeError(response, text, cause);
  }
}

/** openapi-fetch gives JSON as a value, anything else as text, and nothing for an empty body. */
function documented(error: unknown, response: Response, accept: string): unknown {
  const type = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  if (error && (typeof error !== "string" || (type && (/\bjson$/i.test(type) || accept.includes(type))))) return error;
  return { status: response.status, statusText: response.statusText, body: String(error ?? "") };
}
