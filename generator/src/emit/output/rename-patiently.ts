import { renameSync } from "node:fs";
import { sleepSync } from "./sleep-sync.ts";

/** Milliseconds between attempts, 1.3 s altogether. */
const PAUSES = [10, 20, 40, 80, 150, 250, 350, 400];

/**
 * Renames a file or folder. On Windows it tries again for a moment, since a virus scanner or a language server that
 * holds a file in the folder open makes the rename fail.
 */
export function renamePatiently(from: string, to: string): void {
  for (const pause of PAUSES) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isHeldOpen(error)) throw error;
      sleepSync(pause);
    }
  }
  renameSync(from, to);
}

function isHeldOpen(error: unknown): boolean {
  if (process.platform !== "win32" || !(error instanceof Error) || !("code" in error)) return false;
  return error.code === "EPERM" || error.code === "EBUSY" || error.code === "EACCES";
}
