import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Bytes of all files below a folder whose names pass. */
export function bytesBelow(folder: string, passes: (name: string) => boolean = () => true): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && passes(entry.name))
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
