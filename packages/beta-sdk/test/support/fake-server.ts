import type { Fetch } from "../../src/call/wire.ts";
import type { Clock } from "../../src/time/clock.ts";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  /** Clock time at which it came. */
  readonly at: number;
}

/** What a request is answered with; an error is thrown by `fetch`; "never" waits until the request is aborted. */
export type Reply = Response | Error | "never";

/** An injected `fetch` that answers from a function, tokens apart, and remembers what it was asked. */
export class FakeServer {
  /** Requests of operations. */
  readonly calls: Seen[] = [];
  /** Requests of the token endpoint. */
  readonly tokenCalls: Seen[] = [];
  /** Answers to the token endpoint; a fresh token by default. */
  token: (seen: Seen) => Reply | Promise<Reply> = () => tokenAnswer(`token-${this.tokenCalls.length}`);
  readonly #clock: Clock;
  readonly #reply: (seen: Seen, number: number) => Reply | Promise<Reply>;

  constructor(clock: Clock, reply: (seen: Seen, number: number) => Reply | Promise<Reply>) {
    this.#clock = clock;
    this.#reply = reply;
  }

  readonly fetch: Fetch = async (request) => {
    request.signal.throwIfAborted();
    const { method, headers } = request;
    const seen: Seen = {
      method,
      url: new URL(request.url),
      headers,
      body: await request.text(),
      at: this.#clock.now(),
    };
    const oauth = seen.url.pathname.startsWith("/oauth/");
    (oauth ? this.tokenCalls : this.calls).push(seen);
    const reply = await (oauth ? this.token(seen) : this.#reply(seen, this.calls.length));
    if (reply instanceof Response) return reply;
    if (reply instanceof Error) throw reply;
    return new Promise((_, reject) => {
      request.signal.addEventListener("abort", () => reject(request.signal.reason), { once: true });
    });
  };
}

/** A JSON answer. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", "application/json");
  return new Response(JSON.stringify(body), { ...init, headers });
}

/** An answer of the token endpoint. */
export function tokenAnswer(value: string, expiresIn: unknown = 749): Response {
  return json({ access_token: value, token_type: "bearer", ...(expiresIn !== undefined && { expires_in: expiresIn }) });
}

/** What Node's `fetch` throws when the socket fails. */
export function networkError(code: string, fields: object = {}): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(`socket: ${code}`), { code, ...fields }) });
}
