import path from "node:path";
import { runCalls } from "../calls/run-calls.ts";
import { ownSpec } from "../clients/own-spec.ts";
import { placeContenders } from "../clients/place-contenders.ts";
import { runEditor } from "../editor/run-editor.ts";
import { runPaging } from "../paging/run-paging.ts";
import { measureConsumers } from "../speed/compile/measure-consumers.ts";
import type { BenchSpec } from "../speed/specs/bench-spec.ts";
import { runStarts } from "../start/run-starts.ts";
import type { ComparisonResults } from "./comparison-results.ts";

/** How often each is measured. */
export interface ComparisonRounds {
  readonly calls: number;
  readonly starts: number;
  readonly others: number;
}

/**
 * Measures everything about clients, one bench after the other.
 * @param whole the vendor's whole spec
 * @param folder absolute path of an empty folder
 * @param tell hears what is measured now
 */
export async function runComparison(
  whole: BenchSpec,
  folder: string,
  rounds: ComparisonRounds,
  tell: (what: string) => void,
): Promise<ComparisonResults> {
  const failures: string[] = [];
  const fail = (reason: string) => {
    if (!failures.includes(reason)) failures.push(reason);
  };
  tell("calls");
  const own = placeContenders(path.join(folder, "own"), { spec: ownSpec });
  const calls = await runCalls(own, rounds.calls);
  tell("starts");
  const starts = await runStarts(own, rounds.starts, fail);
  tell("paging");
  const paging = await runPaging([25_000, 100_000], rounds.others);
  tell("starts with clients of the whole API, which are generated first");
  const foreign = placeContenders(path.join(folder, "foreign"), { spec: whole.file, isForeign: true });
  const wholeStarts = await runStarts(foreign, rounds.starts, (reason) => fail(`on the whole API, ${reason}`));
  tell("compilers");
  const compile = measureConsumers(whole, rounds.others, folder, fail);
  tell("editors");
  const editor = await runEditor(whole, rounds.others, folder, fail);
  return { calls, paging, starts, wholeStarts, compile, editor, failures };
}
