import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** What takes room on a disk, and what does not: a full disk still renames and removes. */
const ALLOCATING = ["writeFileSync", "mkdirSync", "linkSync", "copyFileSync"] as const;
const OTHERS = ["renameSync", "utimesSync", "rmSync"] as const;
type Mutator = (typeof ALLOCATING | typeof OTHERS)[number];

/**
 * Runs `work` on a disk that takes so many changes and fails those after.
 *
 * @param failure `dead`: every later change fails, clean-up included, which leaves the disk as a kill at that moment
 * would. `full`: every later change that takes room fails. Text that is being written at that moment is cut short.
 * @returns What `work` threw, if the disk failed.
 */
export async function onFailingDisk(failure: "dead" | "full", changes: number, work: () => unknown): Promise<unknown> {
  const names: readonly Mutator[] = failure === "dead" ? [...ALLOCATING, ...OTHERS] : ALLOCATING;
  const genuine = names.map((name) => [name, fs[name]] as const);
  const code = failure === "dead" ? "EIO" : "ENOSPC";
  let left = changes;
  for (const [name, original] of genuine) {
    replace(name, (...args) => {
      if (left-- > 0) return Reflect.apply(original, fs, args);
      if (left === -1 && name === "writeFileSync") tear(original, args);
      throw Object.assign(new Error(`${code}: ${name}`), { code });
    });
  }
  try {
    await work();
  } catch (error) {
    return error;
  } finally {
    for (const [name, original] of genuine) replace(name, original as (...args: unknown[]) => unknown);
  }
  return undefined;
}

function tear(write: (...args: never[]) => unknown, [path, text, ...rest]: unknown[]): void {
  Reflect.apply(write, fs, [path, String(text).slice(0, String(text).length / 2), ...rest]);
}

function replace(name: Mutator, by: (...args: unknown[]) => unknown): void {
  Object.assign(fs, { [name]: by });
  syncBuiltinESMExports();
}
