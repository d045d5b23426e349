import type { Operation } from "./operation.ts";

/** A request on its way to openapi-fetch. Codecs change it in place. */
export interface Outgoing {
  /** Parameters by their place and name, as the caller gave them. */
  params: {
    path: Record<string, unknown>;
    query?: Record<string, unknown>;
    header?: Record<string, unknown>;
    cookie?: Record<string, unknown>;
  };
  /** As the caller gave it; undefined for none. */
  body: unknown;
  /** Media type of the body; undefined where the runtime says it, as it does for `FormData`. */
  contentType: string | undefined;
  /** Writes the query, without `?`. */
  querySerializer: (query: Record<string, unknown>) => string;
  /** Fills the places of the path. Default: each value as one segment. */
  pathSerializer?: (url: string, params: Record<string, unknown>) => string;
  /** Makes of the body what `fetch` takes. Default: JSON. */
  bodySerializer?: (body: unknown) => unknown;
  /** What `fetch` wants said where the body is a stream. */
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
