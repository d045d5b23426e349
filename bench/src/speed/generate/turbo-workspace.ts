import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "../measure/command.ts";
import { repository } from "../repository.ts";

/** All that the task `generate` depends on, so that turbo hashes as much as it does here. */
const COPIED = [
  ...["package.json", "pnpm-lock.yaml", "turbo.json", "tsconfig.base.json", ".gitignore"],
  ...["scripts/turbo.ts", "spec", "templates", "generator/bin", "generator/src", "generator/package.json"],
  ...["generator/openapitools.json", "packages/beta-client/package.json", "packages/beta-client/src"],
];

/**
 * Copies of what turbo needs of this repository, with another spec in place of ours.
 * @returns the command that generates the client through turbo
 */
export function turboWorkspace(spec: string, folder: string): Command {
  // What was generated from our spec would not be overwritten.
  const filter = (file: string) => path.basename(file) !== "generated";
  for (const entry of COPIED) {
    cpSync(path.join(repository, entry), path.join(folder, entry), { recursive: true, filter });
  }
  for (const modules of ["node_modules", "generator/node_modules"]) linkModules(modules, folder);
  // Nothing is to be installed here.
  writeFileSync(
    path.join(folder, "pnpm-workspace.yaml"),
    "packages: [generator, packages/*]\nverifyDepsBeforeRun: false\npmOnFail: ignore\n",
  );
  const file = `spec/bench${path.extname(spec)}`;
  cpSync(spec, path.join(folder, file));
  writeFileSync(
    path.join(folder, "sailkit.config.ts"),
    `export default { apis: { beta: ${JSON.stringify({ spec: file, package: "packages/beta-client" })} } };\n`,
  );
  // turbo asks git for the hashes of files, as it does in a clone.
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
  ]) {
    const { status, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}: ${stderr}`);
  }
  const turbo = path.join(folder, "scripts/turbo.ts");
  return [process.execPath, turbo, "run", "generate", "--filter=@sailkit/beta-client", "--output-logs=errors-only"];
}

/** Package by package, since modules resolve to their real place, and those of the workspace must not. */
function linkModules(modules: string, folder: string): void {
  const to = path.join(folder, modules);
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(path.join(repository, modules), { withFileTypes: true })) {
    if (entry.name.startsWith(".") || entry.name === "@sailkit") continue;
    symlinkSync(path.join(repository, modules, entry.name), path.join(to, entry.name), "junction");
  }
}
