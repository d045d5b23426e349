// The only module that knows openapi-fetch: replacing it means replacing this file.

export type {
  Client as FetchClient,
  ClientOptions as FetchClientOptions,
  HeadersOptions,
  Middleware,
} from "openapi-fetch";
export { default as createFetchClient } from "openapi-fetch";
