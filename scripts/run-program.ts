import { spawn } from "node:child_process";

/** How a program ended. */
export interface ProgramRun {
  /** Exit code; null where a signal ended it. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they came. */
  readonly printed: string;
}

/**
 * Runs a program to its end, without input and without a shell.
 * @param options.env the whole environment; by default that of this process
 * @param options.timeout milliseconds after which it is stopped; by default never
 * @throws Error where it cannot be started
 */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly timeout?: number } = {},
): Promise<ProgramRun> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  return new Promise((resolve, reject) => {
    const run = { stdout: "", stderr: "", printed: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (chunk: string) => {
        run[name] += chunk;
        run.printed += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, ...run }));
  });
}
