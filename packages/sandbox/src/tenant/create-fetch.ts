import { BrokenConnection } from "../faults/broken-connection.ts";
import type { StrayRequest } from "./stray-request.ts";
import type { Tenant } from "./tenant.ts";

/** What `createFetch` takes. */
export interface FetchOptions {
  handle(request: Request): Promise<Response>;
  /** Where requests to other hosts are kept. */
  readonly strays: StrayRequest[];
  /** The only origin that requests may go to. Default: the origin of each request. */
  readonly origin?: string;
}

const mostRedirects = 20;
const redirectStatuses = [301, 302, 303, 307, 308];

/** A `fetch` over a handler: what a client gets of it is what it would get of a real server through the real `fetch`. */
export function createFetch({ handle, strays, origin }: FetchOptions): Tenant["fetch"] {
  return async (input, init) => {
    let request = new Request(input, init);
    const home = origin ?? new URL(request.url).origin;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const spare = request.clone();
      if (new URL(request.url).origin !== home) {
        strays.push(await toStray(request));
        throw new BrokenConnection("fetch failed", "ENOTFOUND");
      }
      request.signal.throwIfAborted();
      const response = await handle(request);
      const location = redirectStatuses.includes(response.status) ? response.headers.get("location") : null;
      if (location === null || request.redirect === "manual") return unpack(response);
      if (request.redirect === "error") throw new TypeError("fetch failed: unexpected redirect");
      request = await follow(spare, response.status, new URL(location, request.url));
    }
    throw new TypeError("fetch failed: redirect count exceeded");
  };
}

/** The request that goes to the new place: 303, and 301 and 302 of a POST, become a GET without a body (Fetch, section 4.4). */
async function follow(request: Request, status: number, url: URL): Promise<Request> {
  const { redirect, signal } = request;
  const headers = new Headers(request.headers);
  const turnsToGet =
    (status === 303 && request.method !== "HEAD") || ((status === 301 || status === 302) && request.method === "POST");
  if (url.origin !== new URL(request.url).origin) headers.delete("authorization");
  if (turnsToGet) headers.delete("content-type");
  const method = turnsToGet ? "GET" : request.method;
  const body = method === "GET" || method === "HEAD" ? null : await request.arrayBuffer();
  return new Request(url, { method, headers, body, redirect, signal });
}

function unpack(response: Response): Response {
  if (response.headers.get("content-encoding") !== "gzip" || response.body === null) return response;
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")), response);
}

async function toStray(request: Request): Promise<StrayRequest> {
  const { method, url } = request;
  return { method, url, headers: Object.fromEntries(request.headers), body: await request.text() };
}
