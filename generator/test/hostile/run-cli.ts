import { type ProgramRun, runProgram } from "../../../scripts/run-program.ts";
import { inRepository } from "../../src/config/in-repository.ts";

/** Runs `sailkit` in a process of its own, as a user does. */
export function runCli(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<ProgramRun> {
  const all = { ...process.env, CI: "true", NO_COLOR: "1", ...env };
  return runProgram(process.execPath, [inRepository("generator/bin/sailkit.ts"), ...args], { cwd, env: all });
}
