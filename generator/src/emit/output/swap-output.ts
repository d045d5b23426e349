import { existsSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { assertOurs } from "./assert-ours.ts";
import { createOutput } from "./create-output.ts";
import { isMissing } from "./is-missing.ts";
import type { OutputFiles } from "./output-files.ts";
import { type PlannedUnit, planSwap, type SwapPlan } from "./plan-swap.ts";
import { recoverOutput } from "./recover-output.ts";
import { replaceOutput } from "./replace-output.ts";
import type { WriteText } from "./stage-unit.ts";
import { validateOutput } from "./validate-output.ts";
import { writeFailure } from "./write-failure.ts";

/** What a swap did: relative paths with forward slashes, sorted. */
export interface SwapResult {
  /** Files that are new or have another text. */
  readonly written: string[];
  /** Files that are no longer produced. */
  readonly removed: string[];
  /** How many files were as they should be; their times are kept. */
  readonly unchanged: number;
}

export interface SwapOptions {
  /** Relative folders or files that the generator owns wholly. Everything else in the output folder is left alone. */
  readonly owned: readonly string[];
  /** The lock file that shows what sailkit wrote. Default `sailkit.lock.json`. */
  readonly lockFile?: string;
  /** Replaces owned paths even if sailkit did not write them. Default false. */
  readonly force?: boolean;
  /** Writes one staged file. Default `writeFileSync`. */
  readonly write?: WriteText;
}

/**
 * Replaces the owned paths of an output folder by a new tree, as one step: whenever the process is killed or the disk
 * runs full, the folder holds the old or the new tree, at the latest after `recoverOutput`. A folder that does not exist
 * appears whole. Processes that write to one folder wait for each other.
 *
 * @param root The output folder; need not exist.
 * @throws {OutputError} before anything is written (`unsafe-path`, `not-ours`, `symlink`), or with the old output as it
 * was (`write-failed`, `busy`); `recovery-failed` when neither tree could be put in place.
 */
export async function swapOutput(root: string, next: OutputFiles, options: SwapOptions): Promise<SwapResult> {
  const { lockFile = "sailkit.lock.json", force = false, write = writeFileSync } = options;
  const owned = validateOutput(next, options.owned);
  const folder = trueFolder(root);
  try {
    recoverOutput(folder);
    if (!existsSync(folder) && (next.size === 0 || createOutput(folder, next, write))) {
      return { written: [...next.keys()].sort(), removed: [], unchanged: 0 };
    }
    const plan = () => planSwap(folder, owned, lockFile);
    const idle = ifIdle(plan);
    if (idle) return resultOf(idle);
    const checkedPlan = () => {
      const planned = plan();
      if (!force) assertOurs(folder, lockFile, planned.units);
      return planned;
    };
    return resultOf(replaceOutput(folder, checkedPlan, write));
  } catch (error) {
    throw writeFailure(folder, error);
  }
}

/** Resolves symbolic links on the way to the folder, so that staging lies on the same file system. */
function trueFolder(root: string): string {
  const folder = resolve(root);
  if (existsSync(folder)) return realpathSync(folder);
  const parent = dirname(folder);
  return existsSync(parent) ? join(realpathSync(parent), basename(folder)) : folder;
}

/** The plan, if there is nothing to do. Looks without a claim, so files may vanish while another process swaps. */
function ifIdle(plan: () => SwapPlan): SwapPlan | undefined {
  try {
    const planned = plan();
    return planned.units.length === 0 ? planned : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function resultOf({ units, unchanged }: SwapPlan): SwapResult {
  const differences = units.map(({ difference }: PlannedUnit) => difference);
  return {
    written: differences.flatMap(({ changed, missing }) => [...changed, ...missing]).sort(),
    removed: differences.flatMap(({ extra }) => extra).sort(),
    unchanged,
  };
}
