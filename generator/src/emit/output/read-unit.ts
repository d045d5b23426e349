import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import { isMissing } from "./is-missing.ts";
import { OutputError } from "./output-error.ts";

/** What stands on the disk under one owned path. */
export interface UnitOnDisk {
  readonly kind: "absent" | "file" | "folder";
  /** Regular files, as paths relative to the output folder, with forward slashes. */
  readonly files: readonly string[];
  /** Everything else that is no folder: symbolic links, sockets. Never followed and never read. */
  readonly others: readonly string[];
}

/**
 * Lists one owned path without following a symbolic link.
 *
 * @throws {OutputError} with code `symlink` when the path, or a folder on the way to it, is a symbolic link.
 */
export function readUnit(root: string, unit: string): UnitOnDisk {
  const stat = lstatBelow(root, unit);
  if (stat === undefined) return { kind: "absent", files: [], others: [] };
  if (!stat.isDirectory()) {
    return stat.isFile() ? { kind: "file", files: [unit], others: [] } : { kind: "file", files: [], others: [unit] };
  }
  const files: string[] = [];
  const others: string[] = [];
  list(root, unit, files, others);
  return { kind: "folder", files, others };
}

function list(root: string, folder: string, files: string[], others: string[]): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) list(root, path, files, others);
    else (entry.isFile() ? files : others).push(path);
  }
}

function lstatBelow(root: string, unit: string): Stats | undefined {
  let path = root;
  for (const segment of unit.split("/")) {
    path = join(path, segment);
    let stat: Stats;
    try {
      stat = lstatSync(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    if (stat.isSymbolicLink()) {
      throw new OutputError(
        "symlink",
        `${path} is a symbolic link, and generated output is never written through one. Nothing was written. Remove the link, or generate into the folder it points to.`,
      );
    }
    if (path === join(root, unit)) return stat;
  }
  return undefined;
}
