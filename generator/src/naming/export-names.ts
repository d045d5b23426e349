/** Names the hand-written part of a client package exports: nothing generated may take them. */
export const RUNTIME_EXPORTS: readonly string[] = [
  "Body",
  "CallOptions",
  "Caller",
  "Client",
  "ClientOptions",
  "Codec",
  "DecodeError",
  "Failure",
  "FilterManifest",
  "HeadersOptions",
  "Middleware",
  "Operation",
  "OperationManifest",
  "Outgoing",
  "PrepareInit",
  "PreparedCall",
  "RequestError",
  "Result",
  "TypedHeaders",
  "TypedResponse",
  "UndocumentedError",
  "createClient",
  "prepareCall",
];

/** Names the generated files export whatever the spec, and those no module may export. */
export const FIXED_EXPORTS: readonly string[] = [
  "OperationName",
  "Servers",
  "components",
  "manifest",
  "operations",
  "paths",
  "servers",
  // `import()` takes a module that exports it for a promise.
  "then",
  "webhooks",
];
