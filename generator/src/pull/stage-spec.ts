import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Runs `work` on a copy of a spec that is not in place yet. The copy has the name of the spec, so that messages call it so,
 * in a folder of its own, so that a reference in it does not reach what lies beside the real one.
 *
 * @param spec absolute path of the spec that is going to be replaced
 */
export async function stageSpec<T>(spec: string, text: string, work: (staged: string) => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(spec), { recursive: true });
  const folder = mkdtempSync(path.join(path.dirname(spec), ".sailkit-pull-"));
  try {
    const staged = path.join(folder, path.basename(spec));
    writeFileSync(staged, text);
    return await work(staged);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
