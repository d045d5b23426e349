import type { ScopeValues } from "../scope-values.ts";

/** Something that a preview found wrong. */
export interface PreviewProblem {
  readonly kind: "template" | "lint" | "types" | "layout" | "syntax tree" | "tool";
  /** `TS2304`, or the id of the rule. */
  readonly code: string;
  readonly message: string;
  /** The template at fault, as an editor opens it, where it can be told. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The line of the template. */
  readonly excerpt?: string | undefined;
  /** Partials that led there, outermost first. */
  readonly via?: readonly string[] | undefined;
  /** The generated file, and its line as the template prints it. */
  readonly output?: { readonly path: string; readonly text: string } | undefined;
  readonly scope?: ScopeValues | undefined;
}
