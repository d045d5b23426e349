/** Something a template has that it should not. */
export interface LintFinding {
  /** Id of the rule: `tags-a-line`. */
  readonly rule: string;
  /** Path below the templates folder, with forward slashes. */
  readonly template: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
}
