import type { Json } from "../../spec/json.ts";

/** A value that templates can print, in one place. */
export interface ContextValue {
  /** With indices, as in the data: `x-sailkit-operation.descriptor[3].value`. */
  readonly path: string;
  /** The operation it belongs to, by its function; undefined for what belongs to the root. */
  readonly operation?: string;
  readonly value: Json;
  /** How to print it, or that it is for a section. */
  readonly form: string;
  /** Where the spec says it: JSON pointers, as URI fragments; empty where no spec does. */
  readonly spec: readonly string[];
  /** The source file that decides it, from the root of the repository; the tool itself for its own. */
  readonly transform: string;
}
