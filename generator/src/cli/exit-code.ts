/** Exit codes of every command. */
export const ExitCode = {
  success: 0,
  /** It ran and found what it looks for, such as drift, or it could not do its work. */
  failure: 1,
  /** The spec was refused. */
  refused: 2,
} as const;

/** The exit code of a command that an error stopped. */
export function exitCodeOf(error: unknown): number {
  return error instanceof Error && error.name === "SpecRefusal" ? ExitCode.refused : ExitCode.failure;
}
