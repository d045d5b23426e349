import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { applySwap } from "./apply-swap.ts";
import { assertOurs } from "./assert-ours.ts";
import { createOutput } from "./create-output.ts";
import { OutputError } from "./output-error.ts";
import type { OutputFiles } from "./output-files.ts";
import { type PlannedUnit, planSwap, type SwapPlan } from "./plan-swap.ts";
import { readUnit } from "./read-unit.ts";
import { recoverOutput } from "./recover-output.ts";
import { rollBack } from "./roll-back.ts";
import { stageUnit, type WriteText } from "./stage-unit.ts";
import { abandonStaging, createStaging, removeStaging } from "./staging-folder.ts";
import { closeJournal, commitJournal, openJournal, readJournal, type SwapJournal } from "./swap-journal.ts";
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

/** How often a swap starts anew because another process changed the same output. */
const ATTEMPTS = 10;

/**
 * Replaces the owned paths of an output folder by a new tree, as one step: whenever the process is killed or the disk
 * runs full, the folder holds the old or the new tree, at the latest after `recoverOutput`. A folder that does not exist
 * appears whole.
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
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (!existsSync(folder)) {
        if (createOutput(folder, next, write)) return { written: [...next.keys()].sort(), removed: [], unchanged: 0 };
        continue;
      }
      const plan = planSwap(folder, owned, lockFile);
      if (!force) assertOurs(folder, lockFile, plan.units);
      if (plan.units.length === 0 || swap(folder, plan, write)) return resultOf(plan);
    }
  } catch (error) {
    throw writeFailure(folder, error);
  }
  throw new OutputError(
    "busy",
    `Another process keeps writing to ${folder}. Nothing was written. Let it end, then run the command again.`,
  );
}

/** Resolves symbolic links on the way to the folder, so that staging lies on the same file system. */
function trueFolder(root: string): string {
  const folder = resolve(root);
  if (existsSync(folder)) return realpathSync(folder);
  const parent = dirname(folder);
  return existsSync(parent) ? join(realpathSync(parent), basename(folder)) : folder;
}

/** Stages a plan and carries it out. Returns false when the output is no longer what the plan was made for. */
function swap(root: string, plan: SwapPlan, write: WriteText): boolean {
  const staging = createStaging(root, "staging");
  try {
    mkdirSync(join(staging, "new"));
    mkdirSync(join(staging, "old"));
    plan.units.forEach((unit, index) => {
      stageUnit(root, staging, index, unit, write);
      mkdirSync(dirname(join(root, unit.to)), { recursive: true });
    });
    return carryOut(root, plan, {
      pid: process.pid,
      staging: basename(staging),
      units: plan.units.map(({ to, action }) => ({ to, action })),
    });
  } finally {
    if (readJournal(root)?.journal.staging === basename(staging)) abandonStaging(staging);
    else removeStaging(staging);
  }
}

function carryOut(root: string, plan: SwapPlan, journal: SwapJournal): boolean {
  while (!openJournal(root, journal)) recoverOutput(root);
  try {
    for (const [unit, stamp] of plan.stamps) {
      if (readUnit(root, unit).stamp === stamp) continue;
      closeJournal(root, journal);
      return false;
    }
    commitJournal(root, journal);
    applySwap(root, journal);
  } catch (error) {
    rollBack(root, journal, error);
    closeJournal(root, journal);
    throw error;
  }
  try {
    closeJournal(root, journal);
  } catch {
    // The new output is in place. The next command finds nothing left to do in the journal, and removes it.
  }
  return true;
}

function resultOf({ units, unchanged }: SwapPlan): SwapResult {
  const differences = units.map(({ difference }: PlannedUnit) => difference);
  return {
    written: differences.flatMap(({ changed, missing }) => [...changed, ...missing]).sort(),
    removed: differences.flatMap(({ extra }) => extra).sort(),
    unchanged,
  };
}
