import { spawn } from "node:child_process";

/** How a program ended. */
export interface ProgramRun {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program on Node, without a time-out.
 * @param options.env the whole environment; by default that of this process
 * @param options.node the executable; by default the one that runs this
 */
export function runNode(
  args: readonly string[],
  cwd: string,
  { env = process.env, node = process.execPath }: { readonly env?: NodeJS.ProcessEnv; readonly node?: string } = {},
): Promise<ProgramRun> {
  const child = spawn(node, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, stdout, stderr }));
  });
}
