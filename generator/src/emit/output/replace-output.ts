import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { applySwap } from "./apply-swap.ts";
import { OutputError } from "./output-error.ts";
import type { SwapPlan } from "./plan-swap.ts";
import { recoverOutput } from "./recover-output.ts";
import { rollBack } from "./roll-back.ts";
import { stageUnit, type WriteText } from "./stage-unit.ts";
import { abandonStaging, createStaging, removeStaging } from "./staging-folder.ts";
import { closeJournal, commitJournal, openJournal, type SwapJournal } from "./swap-journal.ts";

/**
 * Changes an output folder that exists: claims it, so that no other process changes it any more, then plans, stages,
 * and moves everything into place.
 *
 * @param plan Called once the folder is claimed.
 * @returns The plan that was carried out.
 * @throws whatever stopped it, with the old output as it was; {@link OutputError} with code `recovery-failed` otherwise.
 */
export function replaceOutput(root: string, plan: () => SwapPlan, write: WriteText): SwapPlan {
  const staging = createStaging(root, "staging");
  const claim: SwapJournal = { pid: process.pid, staging: basename(staging), units: [] };
  let isStuck = false;
  try {
    while (!openJournal(root, claim)) recoverOutput(root);
    const planned = plan();
    stage(root, staging, planned, write);
    carryOut(root, { ...claim, units: planned.units.map(({ to, action }) => ({ to, action })) });
    return planned;
  } catch (error) {
    isStuck = error instanceof OutputError && error.code === "recovery-failed";
    throw error;
  } finally {
    if (isStuck) abandonStaging(staging);
    else cleanUp(root, staging, claim);
  }
}

function stage(root: string, staging: string, { units }: SwapPlan, write: WriteText): void {
  mkdirSync(join(staging, "new"));
  mkdirSync(join(staging, "old"));
  units.forEach((unit, index) => {
    stageUnit(root, staging, index, unit, write);
    mkdirSync(dirname(join(root, unit.to)), { recursive: true });
  });
}

function carryOut(root: string, journal: SwapJournal): void {
  commitJournal(root, journal);
  try {
    applySwap(root, journal);
  } catch (error) {
    rollBack(root, journal, error);
    throw error;
  }
}

/** By now one of the trees is in place. What cannot be removed has no meaning any more, and the next command removes it. */
function cleanUp(root: string, staging: string, claim: SwapJournal): void {
  try {
    closeJournal(root, claim);
    removeStaging(staging);
  } catch {
    abandonStaging(staging);
  }
}
