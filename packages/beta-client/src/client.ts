import type { paths } from "./generated/schema.ts";
import type { Servers } from "./generated/servers.ts";
import { servers } from "./generated/servers.ts";
import { callOperation, type Send } from "./runtime/call-operation.ts";
import type { Codec } from "./runtime/codec.ts";
import { createFetchClient, type FetchClient, type FetchClientOptions } from "./runtime/fetch-client.ts";
import { headerEntries } from "./runtime/header-entries.ts";
import type { Operation } from "./runtime/operation.ts";
import { serializePath } from "./runtime/serialize-path.ts";
import { serverUrl } from "./runtime/server-url.ts";
import type { Caller } from "./runtime/types.ts";

/** An openapi-fetch client over the paths of the spec, which the functions of operations take as their first argument. */
export interface Client extends FetchClient<paths>, Caller {}

/** Options of {@link createClient}: where to send, and what openapi-fetch accepts besides. */
export type ClientOptions = Omit<FetchClientOptions, "baseUrl"> &
  (
    | {
        /** Where every operation is sent, without trailing slash: `https://acme.api.example.com/beta`. */
        baseUrl: string;
        server?: never;
      }
    | {
        baseUrl?: never;
        /** A server of the spec: `url` picks one of several, the other keys are its variables. */
        server: Servers;
      }
  );

/**
 * Makes a client.
 *
 * Redirects are not followed unless `redirect: "follow"` says so: fetch would resend bodies and headers to another origin.
 * @throws {RequestError} when a server variable is not a legal value
 */
export function createClient({ server, redirect = "manual", headers, ...options }: ClientOptions): Client {
  const baseUrl = options.baseUrl ?? serverUrl(servers, server);
  const always = headerEntries(headers);
  const accepts = Object.keys(always).some((name) => /^accept$/i.test(name));
  const client = createFetchClient<paths>({
    pathSerializer: serializePath,
    ...options,
    redirect,
    headers: always,
    baseUrl,
  });
  return {
    ...client,
    call<R>(operation: Operation, init: object = {}, ...codecs: Codec[]) {
      const own = server && operation.server ? new URL(operation.server, baseUrl).href : baseUrl;
      // Any path, any method: the types of each call are those of the operation's function.
      return callOperation(
        client.request as unknown as Send,
        operation,
        { baseUrl: own, accepts, ...init },
        codecs,
      ) as Promise<R>;
    },
  };
}
