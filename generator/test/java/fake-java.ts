import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Lays out a Java home whose `release` file claims a version. Its executable cannot be started, which proves that nothing tried to.
 *
 * @param script makes the executable a shell script, with no `release` file beside it
 */
export function fakeJava(folder: string, version: string, script?: string): { home: string; command: string } {
  const home = path.join(folder, `java-${version}`);
  const command = path.join(home, "bin", process.platform === "win32" ? "java.exe" : "java");
  mkdirSync(path.dirname(command), { recursive: true });
  writeFileSync(command, script === undefined ? "not a program" : `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  if (script === undefined) writeFileSync(path.join(home, "release"), `IMPLEMENTOR="X"\nJAVA_VERSION="${version}"\n`);
  return { home, command };
}
