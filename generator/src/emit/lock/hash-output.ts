import type { OutputFiles } from "../output/output-files.ts";
import { sha256 } from "./sha256.ts";

/** SHA-256 of every file of an output tree, by path: what a lock file records under `output`. */
export function hashOutput(files: OutputFiles): Record<string, string> {
  return Object.fromEntries([...files].map(([path, text]) => [path, sha256(text)]));
}
