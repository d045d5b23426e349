import { fileURLToPath } from "node:url";

/** Absolute path of a file or folder of this repository, from its path relative to the root. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}
