import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { findJava } from "../generator/src/java/find-java.ts";

/**
 * Starts turbo with the major version of Java in the environment, where it is part of the key of the generation cache.
 * A machine without Java can still restore what another one cached: it says whose by setting SAILKIT_JAVA_MAJOR itself.
 */
const stated = process.env.SAILKIT_JAVA_MAJOR;
const java = stated ? undefined : await findJava().catch(() => undefined);
const turbo = path.join(path.dirname(createRequire(import.meta.url).resolve("turbo/package.json")), "bin", "turbo");
const { status } = spawnSync(process.execPath, [turbo, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { TURBO_TELEMETRY_DISABLED: "1", ...process.env, SAILKIT_JAVA_MAJOR: stated || String(java?.major ?? "none") },
});
process.exitCode = status ?? 1;
