import { copyFileSync, linkSync, mkdirSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PlannedUnit } from "./plan-swap.ts";

/** Writes one file; replaced in tests by one that fails. */
export type WriteText = (path: string, text: string) => void;

/**
 * Lays out one owned path below a staging folder: new content in `new/<index>`, and in `old/<index>` a second link to a
 * file about to be overwritten. Files that stay the same are linked, so they keep their times.
 *
 * @throws whatever the file system throws, and when a file came out shorter than its text.
 */
export function stageUnit(root: string, staging: string, index: number, unit: PlannedUnit, write: WriteText): void {
  const fresh = join(staging, "new", String(index));
  const same = new Set(unit.difference.same);
  const folders = new Set<string>();
  for (const [path, text] of unit.next) {
    const target = join(fresh, path.slice(unit.to.length));
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    if (same.has(path)) linkOrCopy(join(root, path), target);
    else write(target, text);
  }
  for (const [path, text] of unit.next) assertWhole(join(fresh, path.slice(unit.to.length)), text);
  if (unit.action === "overwrite") linkOrCopy(join(root, unit.to), join(staging, "old", String(index)));
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // File systems without hard links, such as exFAT.
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

function assertWhole(path: string, text: string): void {
  const { size } = statSync(path);
  if (size !== Buffer.byteLength(text)) throw new Error(`${path} holds ${size} bytes of ${Buffer.byteLength(text)}`);
}
