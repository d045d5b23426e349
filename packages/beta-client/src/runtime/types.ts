import type { Codec } from "./codec.ts";
import type { HeadersOptions, Middleware } from "./fetch-client.ts";
import type { Operation } from "./operation.ts";

/**
 * The error of an answer that is not 2xx and whose body is not what the spec declares: empty, HTML from a proxy, a
 * redirect. Never undefined, so that `if (error)` is enough.
 */
export interface UndocumentedError {
  /** HTTP status; 0 for a redirect that the runtime hides. */
  readonly status: number;
  /** Reason phrase; empty on HTTP/2. */
  readonly statusText: string;
  /** The body as text; empty where there was none. */
  readonly body: string;
}

/** Headers whose documented names are offered by the editor. Any other name stays allowed. */
export interface TypedHeaders<Names extends string> extends Headers {
  get(name: Names | (string & {})): string | null;
  has(name: Names | (string & {})): boolean;
}

/** A `Response` whose documented headers are known. */
export interface TypedResponse<Names extends string> extends Response {
  readonly headers: TypedHeaders<Names>;
}

/** What an operation answers: `data` on 2xx, else `error`; the raw response in both cases. */
export type Result<Data, Failure, HeaderNames extends string = never> =
  | { data: Data; error?: never; response: TypedResponse<HeaderNames> }
  | { data?: never; error: Failure | UndocumentedError; response: TypedResponse<HeaderNames> };

/** The bodies of some responses of an operation: `undefined` for one that declares none. */
export type Body<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;

/** The bodies of error responses of an operation: those that declare none come as {@link UndocumentedError}. */
export type Failure<Response> = Response extends { content: infer Content } ? Content[keyof Content] : never;

/** Options of one call, beside its parameters and body. */
export interface CallOptions extends Omit<RequestInit, "body" | "headers" | "method" | "window"> {
  /** Sent with this call only; null removes a header of the client. */
  headers?: HeadersOptions;
  /** Base URL for this call only. Headers of the client are sent there as well. */
  baseUrl?: string;
  /** Used for this call instead of the client's. */
  fetch?: (request: Request) => Promise<Response>;
  /** Runs after the client's middleware, for this call only. */
  middleware?: Middleware[];
}

/** What the functions of operations need of a client. `createClient` gives one; so can your own code. */
export interface Caller {
  /**
   * Sends one operation.
   * @throws {DecodeError} when a 2xx body is not what its media type says
   * @throws {RequestError} when the request cannot be built
   * @throws whatever `fetch` throws: `TypeError` for network errors, the signal's reason when aborted
   */
  call<R>(operation: Operation, init: object | undefined, ...codecs: Codec[]): Promise<R>;
}
