import { runProgram } from "../../../scripts/run-program.ts";
import { measuredEnv } from "./measured-env.ts";

export interface TimedRun {
  readonly ok: boolean;
  readonly seconds: number;
  readonly printed: string;
}

/** Runs a program to its end and takes the time on the wall. */
export async function timedRun(cwd: string, [command = "", ...args]: readonly string[]): Promise<TimedRun> {
  const start = performance.now();
  const { exit, printed } = await runProgram(command, args, { cwd, env: measuredEnv() });
  return { ok: exit === 0, seconds: (performance.now() - start) / 1000, printed: printed.trimEnd() };
}
