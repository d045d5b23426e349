import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every file below a folder: relative path with forward slashes to text, sorted by path. */
export function readTree(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map((file): [string, string] => [
    relative(root, file).replaceAll(sep, "/"),
    readFileSync(file, "utf8"),
  ]);
  return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
