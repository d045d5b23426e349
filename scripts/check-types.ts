import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Type-checks every project of the repository, tests and scripts included: `pnpm check:types`. */
const root = path.dirname(import.meta.dirname);
const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const projects = globSync(["*/tsconfig*.json", "{packages,examples}/*/tsconfig*.json"], { cwd: root }).sort();
const failed = projects.filter(
  (project) =>
    spawnSync(process.execPath, [tsc, "--noEmit", "-p", project], { cwd: root, stdio: "inherit" }).status !== 0,
);
console.log(failed.length === 0 ? `${projects.length} projects hold.` : `Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
