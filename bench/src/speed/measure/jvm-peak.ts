import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "./command.ts";

/**
 * Peak memory in MiB of the JVM that a program starts: what Linux notes for the process, read every 10 ms.
 * @returns undefined where no JVM was started
 * @throws Error where the program fails
 */
export async function jvmPeak([program, ...args]: Command, cwd: string): Promise<number | undefined> {
  const child = spawn(program, args, { cwd, stdio: "ignore" });
  const ended = once(child, "close");
  let peak: number | undefined;
  while (child.exitCode === null && child.signalCode === null) {
    for (const id of childrenOf(child.pid)) peak = Math.max(peak ?? 0, peakOfJava(id));
    await Promise.race([ended, sleep(10)]);
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}.`);
  return peak || undefined;
}

function childrenOf(id: number | undefined): string[] {
  return read(`/proc/${id}/task/${id}/children`).split(" ").filter(Boolean);
}

function peakOfJava(id: string): number {
  const status = read(`/proc/${id}/status`);
  return /^Name:\s*java$/m.test(status) ? Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024 : 0;
}

/** A process may be gone by the time it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
