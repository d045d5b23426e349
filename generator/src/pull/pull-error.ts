/** Thrown when an upstream spec cannot be had. Nothing was changed. Ends the CLI with exit code 1. */
export class PullError extends Error {
  override readonly name = "PullError";
}
