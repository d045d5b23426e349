import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DoctorCheck } from "./doctor-check.ts";

/** Room for jar, class archive and an output in the making, in bytes. */
const NEEDED = 250 * 2 ** 20;

/**
 * Looks for free space where the generator writes: the cache and the folder for temporary files.
 *
 * @param cache the cache folder; it need not exist
 * @param needed bytes. Default: 250 MiB
 */
export async function checkDisk(cache: string, needed = NEEDED): Promise<DoctorCheck> {
  const folders = [cache, tmpdir()];
  const free = await Promise.all(folders.map(freeBytes));
  const short = folders.filter((_, index) => (free[index] ?? needed) < needed);
  if (short.length === 0) {
    const known = free.filter((bytes) => bytes !== undefined);
    return { id: "disk", ok: true, detail: `${inMiB(Math.min(...known))} MiB free` };
  }
  return {
    id: "disk",
    ok: false,
    detail: `Less than ${inMiB(needed)} MiB free for ${short.join(" and ")}.`,
    fix: "Free some space, or point SAILKIT_CACHE_DIR or TMPDIR at another disk.",
  };
}

/** Undefined where neither the folder nor any above it can be asked. */
async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? undefined : freeBytes(parent);
  }
}

function inMiB(bytes: number): number {
  return Math.floor(bytes / 2 ** 20);
}
