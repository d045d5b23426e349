import { type ClientLocation, locateClient } from "./client-location.ts";
import type { paths } from "./generated/schema.ts";
import { callOperation, type Send } from "./runtime/call-operation.ts";
import type { Codec } from "./runtime/codec.ts";
import { createFetchClient, type FetchClient, type FetchClientOptions } from "./runtime/fetch-client.ts";
import { headerEntries } from "./runtime/header-entries.ts";
import type { Operation } from "./runtime/operation.ts";
import { serializePath } from "./runtime/serialize-path.ts";
import type { Caller } from "./runtime/types.ts";

/** An openapi-fetch client over the paths of the spec, which the functions of operations take as their first argument. */
export interface Client extends FetchClient<paths>, Caller {}

/** Options of {@link createClient}: where to send, and what openapi-fetch accepts besides. */
export type ClientOptions = Omit<FetchClientOptions, "baseUrl"> & ClientLocation;

/**
 * Makes a client.
 *
 * Redirects are not followed unless `redirect: "follow"` says so: fetch would resend bodies and headers to another origin.
 * @throws {RequestError} when a server variable is not a legal value
 */
export function createClient({ server, redirect = "manual", headers, ...options }: ClientOptions): Client {
  const baseUrlOf = locateClient({ server, baseUrl: options.baseUrl } as ClientLocation);
  const always = headerEntries(headers);
  const accepts = Object.keys(always).some((name) => /^accept$/i.test(name));
  const client = createFetchClient<paths>({
    pathSerializer: serializePath,
    ...options,
    redirect,
    headers: always,
    baseUrl: baseUrlOf(),
  });
  return {
    ...client,
    call<R>(operation: Operation, init: object = {}, ...codecs: Codec[]) {
      // Any path, any method: the types of each call are those of the operation's function.
      return callOperation(
        client.request as unknown as Send,
        operation,
        { baseUrl: baseUrlOf(operation), accepts, ...init },
        codecs,
      ) as Promise<R>;
    },
  };
}
