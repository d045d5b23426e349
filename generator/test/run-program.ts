import { spawn } from "node:child_process";

/** How a program ended. */
export interface ProgramRun {
  /** Exit code; null where a signal ended it. */
  readonly exit: number | null;
  /** All it printed, stdout and stderr, in the order in which it came. */
  readonly printed: string;
}

/**
 * Runs a program to its end, without input and without a shell.
 * @param options.env the whole environment; by default that of this process
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ProgramRun> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        printed += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, printed }));
  });
}
