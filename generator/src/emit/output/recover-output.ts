import { lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { applySwap } from "./apply-swap.ts";
import { isProcessAlive } from "./is-process-alive.ts";
import { OutputError } from "./output-error.ts";
import { readUnit } from "./read-unit.ts";
import { rollBack } from "./roll-back.ts";
import { sleepSync } from "./sleep-sync.ts";
import { sweepStaging } from "./staging-folder.ts";
import { closeJournal, readJournal, type SwapJournal } from "./swap-journal.ts";

/** Staging takes well under a second. A journal older than this, in ms, is left behind, whoever has its process id now. */
const LEFT_BEHIND_AFTER = 60_000;
/** A journal that cannot be read is still being written, or was cut short: known after so many ms. */
const CUT_SHORT_AFTER = 500;

/**
 * Brings an output folder to a whole state after `swapOutput` was killed: a swap that had begun is finished (or, where
 * that fails, undone), one that had not is forgotten, and staging folders of ended processes are removed. Waits for a
 * swap that another process is in the middle of. Does nothing, in well under a millisecond, where nothing is to do.
 *
 * @param root The output folder; need not exist.
 * @throws {OutputError} with code `recovery-failed` when the swap can be neither finished nor undone, or `symlink`.
 */
export function recoverOutput(root: string): void {
  const folder = resolve(root);
  for (let found = readJournal(folder); found !== undefined; found = readJournal(folder)) {
    if (isUnderWay(found)) sleepSync(20);
    else settle(folder, found.journal);
  }
  sweepStaging(folder, "staging");
  sweepStaging(dirname(folder), "fresh");
}

function isUnderWay({ journal, age }: { journal: SwapJournal; age: number }): boolean {
  if (journal.pid === process.pid) return false;
  if (journal.pid === 0) return age < CUT_SHORT_AFTER;
  return age < LEFT_BEHIND_AFTER && isProcessAlive(journal.pid);
}

function settle(root: string, journal: SwapJournal): void {
  if (journal.units.length > 0) {
    assertGenuine(root, journal);
    try {
      applySwap(root, journal);
    } catch (error) {
      rollBack(root, journal, error);
    }
  }
  closeJournal(root, journal);
}

/** Never move anything through a symbolic link that a cloned repository brought along. */
function assertGenuine(root: string, journal: SwapJournal): void {
  const staging = join(root, journal.staging);
  if (lstatSync(staging, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new OutputError(
      "symlink",
      `${staging} is a symbolic link, which sailkit never makes. Nothing was moved. Delete it and .sailkit-journal.json, then run the command again.`,
    );
  }
  for (const { to } of journal.units) readUnit(root, to);
}
