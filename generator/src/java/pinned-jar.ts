import pins from "../../openapitools.json" with { type: "json" };

/** Which openapi-generator is used, and what it must weigh on the scales. */
export interface JarPin {
  /** Release of openapi-generator, `7.25.0`. */
  readonly version: string;
  /** SHA-256 of the jar, 64 lower-case hex digits. */
  readonly sha256: string;
}

/** The pin of this workspace, from `generator/openapitools.json`. */
export const pinnedJar: JarPin = {
  version: pins["generator-cli"].version,
  sha256: pins["generator-cli"].sha256,
};
