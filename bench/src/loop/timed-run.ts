import { spawn } from "node:child_process";
import { measuredEnv } from "./measured-env.ts";

export interface TimedRun {
  readonly ok: boolean;
  readonly seconds: number;
  readonly printed: string;
}

/** Runs a program to its end and takes the time on the wall. */
export function timedRun(cwd: string, [command = "", ...args]: readonly string[]): Promise<TimedRun> {
  const start = performance.now();
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: measuredEnv() });
  return new Promise((resolve, reject) => {
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ ok: code === 0, seconds: (performance.now() - start) / 1000, printed: printed.trimEnd() }),
    );
  });
}
