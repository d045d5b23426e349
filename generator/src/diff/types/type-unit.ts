import type { Direction } from "../change.ts";

/** A type of the old package and the one that took its place, to be compared by the compiler. */
export interface TypeUnit {
  /** Name of the alias in both files. */
  readonly alias: string;
  readonly kind: "init" | "data" | "error" | "model" | "split" | "servers";
  /** `request`: what fitted the old type must fit the new one; `response`: the other way round. */
  readonly direction: Direction;
  /** Name of the function, key of the component schema, or empty. */
  readonly subject: string;
  readonly oldType: string;
  /** Of a split: the type that what was sent under the old name has now; empty where it has none. */
  readonly newType: string;
  /** Functions it concerns. */
  readonly functions: readonly string[];
}
