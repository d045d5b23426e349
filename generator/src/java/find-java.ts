import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { type JavaAttempt, JavaMissing } from "./java-missing.ts";
import { type JavaVersion, javaVersion } from "./java-version.ts";

/** A Java installation that can run the generator. */
export interface JavaInstall {
  /** Path of the `java` executable. */
  readonly command: string;
  /** Major version, at least 11. */
  readonly major: number;
  /** Full version, `17.0.15+6-Debian-1deb12u1`. */
  readonly version: string;
  /** What led to it. */
  readonly source: JavaAttempt["source"];
}

/** What the pinned openapi-generator is compiled for. */
const REQUIRED = 11;

interface Candidate {
  readonly source: JavaAttempt["source"];
  readonly commands: readonly string[];
  readonly unset: string;
}

/**
 * Finds a Java ≥ 11, first by `SAILKIT_JAVA` (a `java` executable or the folder of a JDK or JRE), then by `JAVA_HOME`,
 * then on `PATH`. `SAILKIT_JAVA` is an order: when it is set, nothing else is tried. A `JAVA_HOME` that is too old
 * gives way to a good `java` on `PATH`.
 *
 * @param env defaults to `process.env`
 * @throws JavaMissing naming each place and what stood there
 */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<JavaInstall> {
  const attempts: JavaAttempt[] = [];
  for (const { source, commands, unset } of candidates(env)) {
    const command = await firstExecutable(commands);
    if (command === undefined) {
      attempts.push({ source, found: unset });
      continue;
    }
    const version = await javaVersion(command);
    if (version !== undefined && version.major >= REQUIRED) {
      return { command, major: version.major, version: version.full, source };
    }
    attempts.push({ source, found: describe(command, version) });
  }
  throw new JavaMissing(attempts, REQUIRED);
}

function candidates(env: NodeJS.ProcessEnv): Candidate[] {
  const chosen = env.SAILKIT_JAVA;
  if (chosen) {
    const commands = [chosen, inHome(chosen)];
    return [{ source: "SAILKIT_JAVA", commands, unset: `is ${chosen}, where there is no \`java\`` }];
  }
  const home = env.JAVA_HOME;
  const folders = (env.PATH ?? env.Path ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return [
    {
      source: "JAVA_HOME",
      commands: home ? [inHome(home)] : [],
      unset: home ? `is ${home}, where there is no \`java\`` : "is not set",
    },
    { source: "PATH", commands: folders.map((folder) => path.join(folder, executable())), unset: "has no `java`" },
  ];
}

function inHome(home: string): string {
  return path.join(home, "bin", executable());
}

function executable(): string {
  return process.platform === "win32" ? "java.exe" : "java";
}

async function firstExecutable(commands: readonly string[]): Promise<string | undefined> {
  for (const command of commands) {
    try {
      await access(command, constants.X_OK);
      if ((await stat(command)).isFile()) return path.resolve(command);
    } catch {
      // The next one may do.
    }
  }
  return undefined;
}

function describe(command: string, version: JavaVersion | undefined): string {
  return version === undefined
    ? `leads to ${command}, which does not start`
    : `leads to Java ${version.major} (${command})`;
}
