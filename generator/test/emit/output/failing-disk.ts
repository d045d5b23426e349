import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const MUTATORS = [
  "writeFileSync",
  "mkdirSync",
  "renameSync",
  "linkSync",
  "copyFileSync",
  "utimesSync",
  "rmSync",
] as const;

/**
 * Runs `work` on a disk that takes so many changes and fails every one after that, which leaves it as a kill at that
 * moment would: no clean-up reaches it either. The change at which it stops is torn if it writes text.
 *
 * @returns Whether the disk failed; what `work` threw is swallowed then.
 */
export async function onFailingDisk(changes: number, work: () => unknown): Promise<boolean> {
  const genuine = MUTATORS.map((name) => [name, fs[name]] as const);
  let left = changes;
  for (const [name, original] of genuine) {
    replace(name, (...args) => {
      if (left-- > 0) return Reflect.apply(original, fs, args);
      if (left === -1 && name === "writeFileSync") tear(original, args);
      throw Object.assign(new Error(`EIO: the disk failed at ${name}`), { code: "EIO" });
    });
  }
  try {
    await work();
  } catch (error) {
    if (left >= 0) throw error;
  } finally {
    for (const [name, original] of genuine) replace(name, original as (...args: unknown[]) => unknown);
  }
  return left < 0;
}

function tear(write: (...args: never[]) => unknown, [path, text, ...rest]: unknown[]): void {
  Reflect.apply(write, fs, [path, String(text).slice(0, String(text).length / 2), ...rest]);
}

function replace(name: (typeof MUTATORS)[number], by: (...args: unknown[]) => unknown): void {
  Object.assign(fs, { [name]: by });
  syncBuiltinESMExports();
}
