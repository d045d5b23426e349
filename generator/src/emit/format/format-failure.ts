/** One place where generated text does not parse. Lines and columns count from 1. */
export interface FormatProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The line itself, cut to 120 characters. */
  readonly excerpt: string;
}

/** Thrown when generated text could not be formatted. Nothing has been written to the output by then. */
export class FormatFailure extends Error {
  override readonly name = "FormatFailure";
  /** Empty when the formatter itself failed. */
  readonly problems: readonly FormatProblem[];

  constructor(message: string, problems: readonly FormatProblem[] = [], options?: ErrorOptions) {
    super(message, options);
    this.problems = problems;
  }
}
