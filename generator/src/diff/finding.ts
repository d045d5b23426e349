import type { Change, Direction, Lens } from "./change.ts";

/** A change as a comparison finds it, before the policy gives it a level. */
export interface DiffFinding extends Pick<Change, "id" | "pointer" | "in" | "message"> {
  /** Default `wire`. */
  readonly lens?: Lens;
  readonly directions?: readonly Direction[];
  /** Ids of the operations affected. */
  readonly operations?: readonly string[];
}
