import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Command } from "./command.ts";
import type { Measurement } from "./measurement.ts";

const TIME = "/usr/bin/time";

/**
 * Runs a program and measures it.
 * @throws Error with its last words when it fails: a tool that gives up is fast and means nothing
 */
export function measure([program, ...args]: Command, cwd: string): Measurement {
  const timed = existsSync(TIME);
  const [command, prefix] = timed ? [TIME, ["-f", "@@ %U %S %M", program]] : [program, []];
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, [...prefix, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) {
    const words = error ? String(error) : `${stdout}${stderr}`.replace(/^(?:Command exited.*|@@ .*)$/gm, "").trim();
    throw new Error(`${path.basename(args[0] ?? program)} ended with ${status}: ${words.slice(-400)}`);
  }
  const [, user, system, peak] = /@@ (\S+) (\S+) (\S+)/.exec(stderr) ?? [];
  return {
    seconds,
    cpuSeconds: user === undefined ? undefined : Number(user) + Number(system),
    peakMegabytes: peak === undefined ? undefined : Number(peak) / 1024,
  };
}
