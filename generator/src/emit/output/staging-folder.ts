import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isProcessAlive } from "./is-process-alive.ts";

/** `staging` folders lie in an output folder and may be named by a journal; `fresh` ones lie beside one to be created. */
export type StagingKind = "staging" | "fresh";

/** Age in ms from which a folder counts as left behind even though a process with its id runs: ids are used again. */
const STALE_AFTER = 60 * 60 * 1000;

/** Folders this process is using right now. */
const active = new Set<string>();

/** What a staging folder in an output folder is called. */
export const STAGING_NAME = /^\.sailkit-(staging|fresh)-(\d+)-[0-9a-f]{12}$/;

/** Creates an empty staging folder in `parent`, hidden from git, and returns its path. Give it back with `removeStaging` or `abandonStaging`. */
export function createStaging(parent: string, kind: StagingKind): string {
  const folder = join(parent, `.sailkit-${kind}-${process.pid}-${randomBytes(6).toString("hex")}`);
  mkdirSync(folder);
  active.add(folder);
  try {
    writeFileSync(join(folder, ".gitignore"), "*\n");
  } catch (error) {
    removeStaging(folder);
    throw error;
  }
  return folder;
}

/** Leaves a staging folder to the journal that names it. */
export function abandonStaging(folder: string): void {
  active.delete(folder);
}

/** Removes a staging folder. What cannot be removed now, the next command sweeps away. */
export function removeStaging(folder: string): void {
  active.delete(folder);
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // A file held open on Windows: harmless, since nothing refers to the folder any more.
  }
}

/** Removes the staging folders in `parent` whose processes have ended. */
export function sweepStaging(parent: string, kind: StagingKind): void {
  for (const name of namesIn(parent)) {
    const match = STAGING_NAME.exec(name);
    const folder = join(parent, name);
    if (match?.[1] === kind && isLeftBehind(folder, Number(match[2]))) removeStaging(folder);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there, or not ours to look into: then there is nothing of ours to remove.
    return [];
  }
}

function isLeftBehind(folder: string, pid: number): boolean {
  if (pid === process.pid) return !active.has(folder);
  if (!isProcessAlive(pid)) return true;
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > STALE_AFTER;
}
