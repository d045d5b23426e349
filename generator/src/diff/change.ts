import type { Level } from "./level.ts";

/** Which way a schema travels: `request` is what a caller sends, `response` what the API answers. */
export type Direction = "request" | "response";

/** Who found a change: the comparison of the HTTP contract, the TypeScript compiler, or both. */
export type Lens = "wire" | "types" | "wire+types";

/** One change between two specs. The first five members are the contract of `sailkit diff --format json`. */
export interface Change {
  /** Id of its rule, stable across versions of sailkit: see docs/diff-rules.md. */
  readonly id: string;
  readonly level: Level;
  /** The operation it belongs to; empty where it belongs to none, or to several. */
  readonly operationId: string;
  /** JSON pointer into the new spec, or into the old one for what is no longer there. */
  readonly pointer: string;
  /** What changed, where, and from what to what, in one sentence. */
  readonly message: string;
  /** The lens that decided the level. */
  readonly lens: Lens;
  /** Which spec `pointer` points into. */
  readonly in: "old" | "new";
  /** Directions in which the changed schema travels; empty where it does not travel. */
  readonly directions: readonly Direction[];
  /** Every operation that is affected, by operationId, in code-unit order. */
  readonly operations: readonly string[];
  /** What a consumer does about it; empty where nothing needs doing. */
  readonly todo: string;
}
