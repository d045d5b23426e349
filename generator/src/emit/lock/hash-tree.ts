import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { sha256 } from "./sha256.ts";

/**
 * One SHA-256 over the names and bytes of many files. Depends neither on where the folders lie nor on the order in which
 * the file system lists them.
 *
 * @param roots Folders, read with all that is in them, or single files.
 * @param include Says by relative path, with forward slashes, which files count. Default all.
 * @returns Lower-case hex.
 * @throws when a root does not exist.
 */
export function hashTree(roots: readonly string[], include: (path: string) => boolean = () => true): string {
  const total = createHash("sha256");
  roots.forEach((root, index) => {
    if (statSync(root).isFile()) {
      total.update(`${index}/${basename(root)}\0${sha256(readFileSync(root))}\n`);
      return;
    }
    for (const path of list(root, "").filter(include).sort()) {
      total.update(`${index}/${path}\0${sha256(readFileSync(join(root, path)))}\n`);
    }
  });
  return total.digest("hex");
}

function list(root: string, prefix: string): string[] {
  return readdirSync(join(root, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return list(root, `${path}/`);
    return entry.isFile() ? [path] : [];
  });
}
