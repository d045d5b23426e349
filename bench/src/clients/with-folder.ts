import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Runs something with a folder of its own, outside the repository, which goes afterwards. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  // The real path: bundlers and runtimes resolve links, and would see two of each module.
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sailkit-bench-")));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
