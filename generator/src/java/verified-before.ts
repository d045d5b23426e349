import { readFile, stat, writeFile } from "node:fs/promises";
import { hashFile } from "./hash-file.ts";

/**
 * Whether `file` has the given SHA-256. The answer is remembered in a marker beside the file together with size, change
 * time and inode, so that a file that was not touched since is not hashed again (32 MB take 30 to 60 ms); any
 * difference hashes it anew.
 *
 * @param sha256 64 lower-case hex digits
 */
export async function verifiedBefore(file: string, sha256: string): Promise<boolean> {
  const state = await fingerprint(file, sha256);
  if (state === undefined) return false;
  const marker = `${file}.verified`;
  if ((await readFile(marker, "utf8").catch(() => "")) === state) return true;
  if ((await hashFile(file)) !== sha256) return false;
  // A marker that cannot be written costs time on the next run, nothing else.
  await writeFile(marker, state).catch(() => {});
  return true;
}

async function fingerprint(file: string, sha256: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(file);
    return JSON.stringify({ sha256, size, mtimeMs, ctimeMs, ino });
  } catch {
    return undefined;
  }
}
