import type { BenchSpec } from "../bench-target.ts";

/** What to look at. */
export interface PreviewOptions extends BenchSpec {
  /** Only files that depend on these templates; all where empty. */
  readonly templates?: readonly string[];
  /** Only what the templates print for this operation. */
  readonly operation?: string | undefined;
  /** Folders layered over our templates. */
  readonly layers?: readonly string[];
  /** Keep a JVM waiting for the next change. Default false. */
  readonly stay?: boolean;
  /** Whether openapi-generator confirms each round. Default true. */
  readonly tool?: boolean;
}
