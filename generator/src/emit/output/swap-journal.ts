import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMissing } from "./is-missing.ts";
import { OutputError } from "./output-error.ts";
import { STAGING_NAME } from "./staging-folder.ts";
import { validateOutputPath } from "./validate-output-path.ts";

/** One owned path that a swap replaces. Its new content waits in `new/<index>` of the staging folder, its old goes to `old/<index>`. */
export interface SwapUnit {
  /** Relative to the output folder. */
  readonly to: string;
  /**
   * - `exchange`: the old one, if any, moves aside, then the new one moves in;
   * - `overwrite`: a file that one rename replaces; the old one is in `old/<index>` already;
   * - `remove`: the old one moves aside.
   */
  readonly action: "exchange" | "overwrite" | "remove";
}

/** A swap under way. While its file exists, no other process may change the same output folder. */
export interface SwapJournal {
  readonly pid: number;
  /** Name of the staging folder in the output folder. */
  readonly staging: string;
  /** Empty while the folder is only claimed. Once everything is staged they are named: from then on the swap is finished, not abandoned. */
  readonly units: readonly SwapUnit[];
}

const NAME = ".sailkit-journal.json";
/** Stands for a journal whose text is cut short or not a journal: no rename happens before it is written whole. */
const UNREADABLE: SwapJournal = { pid: 0, staging: "", units: [] };

/** Claims the output folder for a swap. Returns false when another swap has it. */
export function openJournal(root: string, journal: SwapJournal): boolean {
  try {
    writeFileSync(join(root, NAME), JSON.stringify({ ...journal, units: [] }), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    closeJournal(root, UNREADABLE);
    throw error;
  }
}

/**
 * Records, in one step, what a claimed swap is about to do.
 *
 * @throws {OutputError} with code `busy` when another process has taken the claim for left behind.
 */
export function commitJournal(root: string, journal: SwapJournal): void {
  const draft = join(root, journal.staging, "journal.json");
  const text = JSON.stringify(journal);
  writeFileSync(draft, text);
  if (statSync(draft).size !== Buffer.byteLength(text)) throw new Error(`${draft} was not written whole`);
  if (readJournal(root)?.journal.staging !== journal.staging) {
    throw new OutputError(
      "busy",
      `Another process has begun to change ${root}, since this one took too long. The old output is as it was. Let it end, then run the command again.`,
    );
  }
  renameSync(draft, join(root, NAME));
}

/** Gives the output folder free, if `journal` still has it. */
export function closeJournal(root: string, journal: SwapJournal): void {
  if (readJournal(root)?.journal.staging === journal.staging) rmSync(join(root, NAME), { force: true });
}

/**
 * Reads the journal of an output folder.
 *
 * @returns The journal and its age in ms; one with pid 0 and without units when its text cannot be read; `undefined` when
 * there is none.
 */
export function readJournal(root: string): { journal: SwapJournal; age: number } | undefined {
  const path = join(root, NAME);
  try {
    const age = Math.abs(Date.now() - statSync(path).mtimeMs);
    return { journal: parse(readFileSync(path, "utf8")), age };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Takes nothing on trust: the file may have come with a cloned repository. */
function parse(text: string): SwapJournal {
  try {
    const { pid, staging, units } = JSON.parse(text);
    if (!Number.isSafeInteger(pid) || !STAGING_NAME.test(staging)) return UNREADABLE;
    const actions = ["exchange", "overwrite", "remove"];
    for (const { to, action } of units) {
      validateOutputPath(to);
      if (!actions.includes(action)) throw new TypeError("unknown action");
    }
    return { pid, staging, units };
  } catch {
    return UNREADABLE;
  }
}
