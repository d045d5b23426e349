/** One place where generated text does not parse. Lines and columns count from 1. */
export interface FormatProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The line itself, cut to 120 characters. */
  readonly excerpt: string;
}

/** How many problems the message names. */
const NAMED = 10;

/** Thrown when generated text does not parse, so that it cannot be formatted. Nothing has been written to the output by then. */
export class FormatFailure extends Error {
  override readonly name = "FormatFailure";
  readonly problems: readonly FormatProblem[];

  constructor(problems: readonly FormatProblem[]) {
    const lines = problems
      .slice(0, NAMED)
      .map(({ path, line, column, message, excerpt }) => `  ${path}:${line}:${column}: ${message}\n    ${excerpt}`);
    if (problems.length > NAMED) lines.push(`  and ${problems.length - NAMED} more`);
    super(
      [
        "Generated code does not parse, so it cannot be formatted; the output folder is as it was.",
        ...lines,
        "The text comes from a template or a transform: fix the one that prints this file.",
      ].join("\n"),
    );
    this.problems = problems;
  }
}
