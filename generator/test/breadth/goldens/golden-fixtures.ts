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
  "paths-empty",
  "read-only-write-only",
  "request-media-types",
  "request-media-types-shared",
  "response-ranges",
  "server-variables",
  "tag-several",
  "webhooks",
];

/** Those whose reference pages are kept, and which: what these show, the pages of our own API do not. */
export const GOLDEN_DOCS: Readonly<Record<string, string>> = {
  "external-docs": "docs/",
  "model-many-uses": "docs/models/",
  "response-no-content": "docs/methods/",
};
