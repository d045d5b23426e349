import { join } from "node:path";
import { revertSwap } from "./apply-swap.ts";
import { OutputError } from "./output-error.ts";
import type { SwapJournal } from "./swap-journal.ts";

/**
 * Undoes a swap that could not be finished.
 *
 * @param cause What stopped the swap.
 * @throws {OutputError} with code `recovery-failed` when it cannot be undone either; journal and staging folder must
 * stay then, so that the next command can try again.
 */
export function rollBack(root: string, journal: SwapJournal, cause: unknown): void {
  try {
    revertSwap(root, journal);
  } catch {
    throw new OutputError(
      "recovery-failed",
      `An interrupted write to ${root} can be neither finished nor undone: ${String(cause)}. New files wait in ${join(journal.staging, "new")}, old ones in ${join(journal.staging, "old")}. Close programs that hold the folder open, then run the command again; or restore the folder from git and delete both .sailkit-journal.json and ${journal.staging}.`,
      { cause },
    );
  }
}
