import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMissing } from "./is-missing.ts";
import type { UnitOnDisk } from "./read-unit.ts";

/** How one owned path differs from what it should hold. All paths are relative to the output folder. */
export interface UnitDifference {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly same: readonly string[];
}

/** Compares the files under one owned path, byte by byte, with the texts they should hold. */
export function compareUnit(root: string, disk: UnitOnDisk, next: ReadonlyMap<string, string>): UnitDifference {
  const onDisk = new Set(disk.files);
  const others = new Set(disk.others);
  const changed: string[] = [];
  const missing: string[] = [];
  const same: string[] = [];
  for (const [path, text] of next) {
    if (others.delete(path)) changed.push(path);
    else if (!onDisk.delete(path)) missing.push(path);
    else (holds(join(root, path), text) ? same : changed).push(path);
  }
  return { changed, missing, extra: [...onDisk, ...others], same };
}

function holds(path: string, text: string): boolean {
  try {
    return Buffer.from(text).equals(readFileSync(path));
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
