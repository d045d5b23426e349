import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** One run of a program. */
export interface Measurement {
  readonly seconds: number;
  /** User and system time of the program and all it started; undefined where GNU time is not installed. */
  readonly cpuSeconds: number | undefined;
  /** Of the largest process; undefined where GNU time is not installed. */
  readonly peakMegabytes: number | undefined;
}

const TIME = "/usr/bin/time";

/**
 * Runs a program of Node and measures it.
 * @throws Error with its last words when it fails: a tool that gives up is fast and means nothing
 */
export function measure(args: readonly string[], cwd: string): Measurement {
  const timed = existsSync(TIME);
  const [command, prefix] = timed ? [TIME, ["-f", "@@ %U %S %M", process.execPath]] : [process.execPath, []];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, [...prefix, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0)
    throw new Error(`${path.basename(args[0] ?? "")} ended with ${status}: ${`${stdout}${stderr}`.trim().slice(-400)}`);
  const [, user, system, peak] = /@@ (\S+) (\S+) (\S+)/.exec(stderr) ?? [];
  return {
    seconds,
    cpuSeconds: user === undefined ? undefined : Number(user) + Number(system),
    peakMegabytes: peak === undefined ? undefined : Number(peak) / 1024,
  };
}

/** Bytes of all files below a folder. */
export function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
