import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A holder that has not renewed its lock for so long, in ms, is taken for dead. */
const STALE = 15_000;

/** How often to look again while another holds the lock, in ms. */
const INTERVAL = 250;

/** How withLock behaves where another holds the lock. */
export interface WithLockOptions {
  /** False to give up at once. Default: true */
  readonly wait?: boolean;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `task` while no other process, and no other call in this one, runs a task under the same lock. The lock of a
 * dead holder is taken over after 15 s; there is no limit on waiting for a live one, whose own time-outs count.
 *
 * @param file path of the lock, absolute; its folder is created
 * @returns what the task returned; undefined only where `wait` is false and another holds the lock
 */
export async function withLock<T>(
  file: string,
  task: () => Promise<T>,
  { wait = true, signal }: WithLockOptions = {},
): Promise<T | undefined> {
  await mkdir(path.dirname(file), { recursive: true });
  let release = await tryLock(file);
  while (release === undefined && wait) {
    await sleep(INTERVAL, undefined, signal ? { signal } : {});
    release = await tryLock(file);
  }
  if (release === undefined) return undefined;
  try {
    return await task();
  } finally {
    await release().catch(() => {});
  }
}

async function tryLock(file: string): Promise<(() => Promise<void>) | undefined> {
  // Loaded here, since it patches `fs`, which takes a while, and most runs need no lock.
  const { lock } = await import("proper-lockfile");
  try {
    return await lock(file, {
      realpath: false,
      stale: STALE,
      // Losing the lock (a suspended laptop) is harmless: tasks end in an atomic rename, so work is done twice at
      // worst.
      onCompromised: () => {},
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ELOCKED") return undefined;
    throw error;
  }
}
