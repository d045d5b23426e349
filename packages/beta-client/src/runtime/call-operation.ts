import type { Codec, Outgoing } from "./codec.ts";
import type { HeadersOptions } from "./fetch-client.ts";
import { headerEntries } from "./header-entries.ts";
import type { Operation } from "./operation.ts";
import { outgoing } from "./outgoing.ts";
import { type Answer, readAnswer } from "./read-answer.ts";

/** The method of an openapi-fetch client that calls go through, typed for any path. */
export type Send = (method: string, path: string, init: object) => Promise<Answer>;

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
): Promise<Answer> {
  const { params: _, body, contentType: __, headers, redirect, accepts, ...options } = init;
  const { method, path, accept = "application/json" } = operation;
  options.signal?.throwIfAborted();
  const { contentType: type = null, ...parts } = outgoing(operation, init, codecs);
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
  return readAnswer(operation, codecs, response, error);
}
