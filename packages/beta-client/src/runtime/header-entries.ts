import type { HeadersOptions } from "./fetch-client.ts";

/** Headers as openapi-fetch reads them: it takes a list of pairs for a record, and null removes a header. */
export function headerEntries(headers: HeadersOptions = {}): Exclude<HeadersOptions, Headers | [string, string][]> {
  return Symbol.iterator in headers ? Object.fromEntries(new Headers(headers as HeadersInit)) : headers;
}
