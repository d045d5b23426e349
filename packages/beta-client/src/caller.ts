import { type ClientLocation, locateClient } from "./client-location.ts";
import type { Codec } from "./runtime/codec.ts";
import type { Operation } from "./runtime/operation.ts";
import { prepareCall } from "./runtime/prepare-call.ts";
import { runMiddleware } from "./runtime/run-middleware.ts";
import type { Caller, CallOptions } from "./runtime/types.ts";

/** Options of {@link createCaller}: where to send, and what every call shares. */
export type CallerOptions = ClientLocation & Omit<CallOptions, "baseUrl">;

/** What callers pass to the function of an operation. */
interface CallInit extends CallOptions {
  params?: object;
  [option: string]: unknown;
}

/** Options of a call that are no options of fetch. Any other that `Request` does not know is one that the runtime adds. */
const OURS = new Set(["params", "contentType", "baseUrl", "fetch", "middleware"]);

/**
 * Makes what the functions of operations take as their first argument, and nothing else: without the methods for paths
 * that a client of `createClient` has, and so without openapi-fetch in the bundle. What is sent, answered and thrown is
 * the same.
 *
 * Redirects are not followed unless `redirect: "follow"` says so: fetch would resend bodies and headers to another origin.
 * @throws {RequestError} when a server variable is not a legal value
 * @example
 * const caller = createCaller({ server: { tenant: "acme" }, headers: { Authorization: `Bearer ${token}` } });
 * const { data, error } = await getTaskStatusList(caller);
 */
export function createCaller({ server, headers, fetch, middleware = [], ...shared }: CallerOptions): Caller {
  const baseUrlOf = locateClient({ server, baseUrl: shared.baseUrl } as ClientLocation);
  let calls = 0;
  return {
    async call<R>(operation: Operation, init: CallInit = {}, ...codecs: Codec[]) {
      const send = init.fetch ?? fetch ?? globalThis.fetch;
      const baseUrl = init.baseUrl ?? baseUrlOf(operation);
      // An explicit undefined would make fetch follow redirects.
      const redirect = init.redirect ?? shared.redirect ?? "manual";
      const given: CallInit & { baseUrl: string } = { ...shared, ...init, redirect, baseUrl };
      given.signal?.throwIfAborted();
      const prepared = prepareCall(operation, given, codecs, headers);
      const request = prepared.request();
      for (const name in given)
        if (!(name in request || OURS.has(name))) Object.assign(request, { [name]: given[name] });
      const all = init.middleware ? [...middleware, ...init.middleware] : middleware;
      if (all.length === 0) return prepared.read(await send(request)) as R;
      const context = { schemaPath: operation.path, params: init.params ?? {}, options: { baseUrl }, id: `${++calls}` };
      return prepared.read(await runMiddleware(all, request, context, async (out) => send(out))) as R;
    },
  };
}
