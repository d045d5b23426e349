import type { Direction } from "../../change.ts";
import type { Part } from "./schema-view.ts";

/** A difference between two schemas, whichever way they travel. */
export interface Difference {
  readonly id: string;
  readonly pointer: string;
  readonly in: "old" | "new";
  /** From what to what: `type was string, is integer`. */
  readonly text: string;
  /** The only direction in which it is one; undefined for both. */
  readonly only?: Direction;
}

/** Two schemas inside those compared that correspond to each other. */
export interface Edge {
  readonly old: readonly Part[];
  readonly new: readonly Part[];
  /** The direction in which the value does not travel: `request` for what is read-only. */
  readonly not: Direction | undefined;
}
