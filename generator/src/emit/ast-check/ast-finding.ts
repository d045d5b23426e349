/** One thing in generated code that has no business there. Lines and columns count from 1. */
export interface AstFinding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Kind of the node in TS-ESTree's terms; `Comment`, `Character`, `ParseError` or `File` for what is no node. */
  readonly kind: string;
  /** What is wrong with it, in one sentence. */
  readonly message: string;
}

/** Takes a finding at an offset, in UTF-16 units, of the file under check. */
export type Report = (place: { readonly start: number }, kind: string, message: string) => void;
