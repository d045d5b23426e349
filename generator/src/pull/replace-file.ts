import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { renamePatiently } from "../emit/output/rename-patiently.ts";

/**
 * Replaces a file in one step: whoever reads it meanwhile, or after a crash, finds the old text or the new one.
 * The folder is created where it is missing.
 */
export function replaceFile(file: string, content: string | Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = path.join(path.dirname(file), `.sailkit-${process.pid}-${path.basename(file)}`);
  try {
    const handle = openSync(draft, "w");
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renamePatiently(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
