/** One sending of a request, about to leave. */
export interface RequestEvent {
  /** Numbers the calls of this sdk: the same for every attempt of one call. */
  readonly call: number;
  /** What is called: `getTaskStatus`; `oauth/token` for the token endpoint. */
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The URL; values of the query that are not on the allow-list are blanked out. */
  readonly url: string;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** Headers in lower case; values that are not on the allow-list are blanked out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body before it is serialized, values blanked out alike; undefined without one. */
  readonly body?: unknown;
}

/** The answer to one sending, or its failure. */
export interface ResponseEvent extends Omit<RequestEvent, "headers" | "body"> {
  /** Milliseconds from sending to the last byte. */
  readonly durationMs: number;
  /** HTTP status; undefined where no answer came. */
  readonly status?: number | undefined;
  /** Bytes of the body, decompressed; undefined where no whole answer came. */
  readonly bytes?: number | undefined;
  /** Id of the request, from `SLPT-Request-ID`. */
  readonly requestId?: string | undefined;
  /** Headers in lower case; values that are not on the allow-list are blanked out. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Name of the error, where no whole answer came. */
  readonly error?: string | undefined;
}

/** A call that failed and will be sent again. */
export interface RetryEvent {
  /** Numbers the calls of this sdk. */
  readonly call: number;
  /** What is called: `getTaskStatus`. */
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
  /** What failed. */
  readonly error: Error;
}

/** A token was obtained, found in the store, refused by the API, or could not be had. Holds no part of it. */
export interface TokenEvent {
  /**
   * `obtained`: from the token endpoint or the token source. `stored`: found in the store. `rejected`: the API refused it, and
   * another one is asked for. `failed`: there is none, or the store did not do its work.
   */
  readonly outcome: "obtained" | "stored" | "rejected" | "failed";
  /** Milliseconds the token lasts from now; -Infinity for one that is used once. */
  readonly lifetimeMs?: number | undefined;
  /** Why it `failed`. */
  readonly error?: Error | undefined;
}

/** A page of a collection has come. */
export interface PageEvent {
  /** What is paged through: `getTaskStatusList`. */
  readonly operationId: string;
  /** Number of the page, from 1. */
  readonly page: number;
  /** Rows before it, as the server was asked to skip. */
  readonly offset: number;
  /** New items on it. */
  readonly items: number;
  /** Items in all, where the server says. */
  readonly total?: number | undefined;
}

/** The collection changed while it was read. */
export interface DriftEvent {
  /** What is paged through: `getTaskStatusList`. */
  readonly operationId: string;
  /** Offset at which it showed. */
  readonly offset: number;
  /**
   * `repeated`: rows came again and were dropped. `shifted`: rows before this page went away, so the sdk stepped back
   * and read again. `lost`: rows may be missing, since they moved to before the offset the listing started from.
   * `total`: another number of items came than the server had announced.
   */
  readonly kind: "repeated" | "shifted" | "lost" | "total";
  /** Rows that are concerned, where it can be told. */
  readonly rows?: number | undefined;
}

/** An operation that is deprecated was called for the first time. */
export interface DeprecationEvent {
  /** What was called: `getPendingTasks`. */
  readonly operationId: string;
  /** What to use instead; empty where the spec does not say. */
  readonly instead: string;
}

/** What happens inside the sdk, by the name of its hook. */
export interface Events {
  /** Before each sending of a request, those of retries included. */
  request: RequestEvent;
  /** After each sending: an answer of any status, or none. */
  response: ResponseEvent;
  /** Before the wait that comes before another attempt. */
  retry: RetryEvent;
  /** Whenever a token is obtained, found, refused, or cannot be had. */
  token: TokenEvent;
  /** After each page of a collection. */
  page: PageEvent;
  /** When a collection is found to have changed while it is read. */
  drift: DriftEvent;
  /** At the first call of each deprecated operation. */
  deprecation: DeprecationEvent;
}
