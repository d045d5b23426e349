/**
 * Why an output tree was not written:
 * - `unsafe-path`: a path that could leave the output folder, or that some file system cannot hold;
 * - `not-ours`: something in the way was not written by sailkit;
 * - `symlink`: a symbolic link stands where generated output goes;
 * - `write-failed`: the file system refused (disk full, no permission), and the old output is as it was;
 * - `busy`: another process has begun to change the same output;
 * - `recovery-failed`: an interrupted swap can be neither finished nor undone.
 */
export type OutputErrorCode = "unsafe-path" | "not-ours" | "symlink" | "write-failed" | "busy" | "recovery-failed";

/** Thrown by everything that reads or writes an output folder. Says whether the old output still stands. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  readonly code: OutputErrorCode;

  constructor(code: OutputErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
