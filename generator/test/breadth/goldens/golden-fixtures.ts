/** The one-feature specs whose whole output is kept as a golden: between them they show every part of a package. */
export const GOLDEN_FIXTURES: readonly string[] = [
  "all-of",
  "all-of-discriminator",
  "array-tuple-3-1",
  "collection-data",
  "deprecated",
  "enum-null-3-0",
  "multipart-encoding",
  "nullable-3-0",
  "one-of-discriminator",
  "parameter-content",
  "read-only-write-only",
  "request-media-types",
  "response-ranges",
  "server-variables",
  "tag-several",
  "webhooks",
];
