import { execFile } from "node:child_process";
import { readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** The version of one Java installation. */
export interface JavaVersion {
  /** As the installation writes it, build and vendor included where it says so: `17.0.15+6-Debian-1deb12u1`. */
  readonly full: string;
  /** 8, 11, 17, 21 … */
  readonly major: number;
}

/**
 * Finds out which version `command` is. Reads the `release` file next to it, which takes well under a millisecond; only
 * where there is none (shims of version managers, the macOS stub) it starts `java -version`.
 *
 * @param command path of an existing `java` executable
 * @returns undefined where it cannot be started or answers with something else
 */
export async function javaVersion(command: string): Promise<JavaVersion | undefined> {
  return (await fromReleaseFile(command)) ?? (await fromProcess(command));
}

async function fromReleaseFile(command: string): Promise<JavaVersion | undefined> {
  try {
    const home = path.dirname(path.dirname(await realpath(command)));
    const release = await readFile(path.join(home, "release"), "utf8");
    const version = /^JAVA_VERSION="(.+?)"/m.exec(release)?.[1];
    return version === undefined
      ? undefined
      : parse(version, /^JAVA_RUNTIME_VERSION="(.+?)"/m.exec(release)?.[1] ?? version);
  } catch {
    return undefined;
  }
}

async function fromProcess(command: string): Promise<JavaVersion | undefined> {
  try {
    const { stderr } = await promisify(execFile)(command, ["-version"], { timeout: 10_000, windowsHide: true });
    const version = /version "(.+?)"/.exec(stderr)?.[1];
    return version === undefined ? undefined : parse(version, version);
  } catch {
    return undefined;
  }
}

/** Up to 8 the major version stands second (`1.8.0_402`), later it stands first (`17.0.15`, `25-ea`). */
function parse(version: string, full: string): JavaVersion | undefined {
  const match = /^(?:1\.)?(\d+)/.exec(version);
  return match ? { full, major: Number(match[1]) } : undefined;
}
