import type { Operation } from "./operation.ts";

/** A request on its way to openapi-fetch. Codecs change it in place. */
export interface Outgoing {
  params: {
    path: Record<string, unknown>;
    query?: Record<string, unknown>;
    header?: Record<string, unknown>;
    cookie?: Record<string, unknown>;
  };
  body: unknown;
  /** Media type of the body; undefined where the runtime says it, as it does for `FormData`. */
  contentType: string | undefined;
  querySerializer: (query: Record<string, unknown>) => string;
  pathSerializer?: (url: string, params: Record<string, unknown>) => string;
  bodySerializer?: (body: unknown) => unknown;
  duplex?: "half";
}

/**
 * Something only some operations need: parameter styles, form bodies, media types other than JSON. Operations import
 * the codecs they use, so that a bundle holds no other.
 */
export interface Codec {
  /** Prepares the request. */
  encode?(request: Outgoing, operation: Operation): void;
  /** Reads the body of a 2xx answer. */
  decode?(response: Response, operation: Operation): Promise<unknown>;
}
