import { spawn } from "node:child_process";
import { inRepository } from "../../src/config/in-repository.ts";

/** How a run of the command line ended. */
export interface CliRun {
  readonly status: number | null;
  /** All it printed, stdout and stderr. */
  readonly printed: string;
}

/** Runs `sailkit` in a process of its own, as a user does. */
export function runCli(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<CliRun> {
  const child = spawn(process.execPath, [inRepository("generator/bin/sailkit.ts"), ...args], {
    cwd,
    env: { ...process.env, CI: "true", NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        printed += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, printed }));
  });
}
