import { OutputError } from "./output-error.ts";

const REASONS: Record<string, string> = {
  ENOSPC: "the disk is full. Free some space",
  EDQUOT: "the disk quota is used up. Free some space",
  EACCES: "permission was denied. Check who owns the folder",
  EPERM: "the operation was not permitted. Close programs that hold the folder open, and check who owns it",
  EBUSY: "a file is in use. Close programs that hold the folder open",
  EROFS: "the file system is read-only. Choose another folder",
  EMFILE: "too many files are open. Raise the limit",
  EEXIST: "a file stands where a folder is needed. Move it away",
  ENOTDIR: "a file stands where a folder is needed. Move it away",
};

/** Turns whatever stopped a write into an error that says so, and that the old output is whole. */
export function writeFailure(root: string, cause: unknown): OutputError {
  if (cause instanceof OutputError) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const detail = cause instanceof Error ? cause.message : String(cause);
  const reason = REASONS[code] ?? "the file system refused. Look at the cause";
  return new OutputError(
    "write-failed",
    `Could not write the output to ${root}: ${reason}, then run the command again. The old output is as it was. (${detail})`,
    { cause },
  );
}
