import { mkdir } from "node:fs/promises";
import path from "node:path";
import { lock } from "proper-lockfile";

/** A holder that has not renewed its lock for so long, in ms, is taken for dead. */
const STALE = 15_000;

/** How often and how long to try while another process holds the lock: up to 10 minutes, the time a download may take. */
const PATIENT = { retries: 1200, factor: 1, minTimeout: 500, maxTimeout: 500 };

/**
 * Runs `task` while no other process, and no other call in this one, runs a task of the same name.
 *
 * @param file path of the lock, an absolute path in a folder that need not exist yet
 * @param wait false to give up at once where another holds it
 * @returns what the task returned; undefined only where `wait` is false and another holds the lock
 */
export async function withLock<T>(file: string, wait: boolean, task: () => Promise<T>): Promise<T | undefined> {
  await mkdir(path.dirname(file), { recursive: true });
  let release: () => Promise<void>;
  try {
    release = await lock(file, {
      realpath: false,
      stale: STALE,
      retries: wait ? PATIENT : 0,
      // Losing the lock (a suspended laptop) is harmless: tasks end in an atomic rename, so the work is done twice at worst.
      onCompromised: () => {},
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ELOCKED" && !wait) return undefined;
    throw error;
  }
  try {
    return await task();
  } finally {
    await release().catch(() => {});
  }
}
