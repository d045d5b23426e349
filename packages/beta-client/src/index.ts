export { type CallerOptions, createCaller } from "./caller.ts";
export { type Client, type ClientOptions, createClient } from "./client.ts";
export type { ClientLocation } from "./client-location.ts";
export * from "./generated/index.ts";
export type { Codec, Outgoing } from "./runtime/codec.ts";
export { DecodeError } from "./runtime/decode-error.ts";
export type { HeadersOptions, Middleware } from "./runtime/fetch-client.ts";
export type { FilterManifest, OperationManifest } from "./runtime/manifest.ts";
export type { Operation } from "./runtime/operation.ts";
export { type PreparedCall, type PrepareInit, prepareCall } from "./runtime/prepare-call.ts";
export { RequestError } from "./runtime/request-error.ts";
export { type MiddlewareContext, runMiddleware } from "./runtime/run-middleware.ts";
export type {
  Body,
  Caller,
  CallOptions,
  Failure,
  Result,
  TypedHeaders,
  TypedResponse,
  UndocumentedError,
} from "./runtime/types.ts";
