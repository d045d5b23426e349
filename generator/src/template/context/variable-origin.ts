/** What a value may be printed into as it stands. */
export type VariableForm =
  | "name"
  | "literal"
  | "type"
  | "source"
  | "comment"
  | "markdown"
  | "cell"
  | "yaml"
  | "slug"
  | "path"
  | "number"
  | "condition";

/** Where a value comes from, for every spec. */
export interface VariableOrigin {
  /** The variable, by its whole name; `*` at the end stands for all further ones that no other entry names. */
  readonly variable: string;
  /**
   * Pointers into the spec, `{operation}` and the like standing for the part at hand; an empty list for what no spec says.
   */
  readonly spec: readonly string[];
  /** The source file that decides the value, below `generator/src`. */
  readonly transform: string;
  readonly form: VariableForm;
}
