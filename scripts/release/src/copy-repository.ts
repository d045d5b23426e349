import { spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import path from "node:path";

/**
 * Copies what git knows of a repository, as it stands in the working tree, into a folder of its own, and links the packages
 * installed there. Workspace packages link to each other inside the copy, so that nothing built there reaches back.
 *
 * @param repository absolute path of the root
 * @param folder absolute path; need not exist
 * @param commit whether to commit it all there, for tools that ask git. Default true.
 */
export function copyRepository(repository: string, folder: string, commit = true): void {
  const files = listed(repository, ["-co", "--exclude-standard"]).filter((file) =>
    existsSync(path.join(repository, file)),
  );
  for (const file of files) cpSync(path.join(repository, file), path.join(folder, file), { verbatimSymlinks: true });
  const workspaces = files.filter((file) => path.basename(file) === "package.json").map((file) => path.dirname(file));
  for (const workspace of workspaces) linkModules(repository, folder, path.join(workspace, "node_modules"));
  if (!commit) return;
  const identity = ["-c", "user.name=sailkit", "-c", "user.email=sailkit@localhost", "-c", "commit.gpgsign=false"];
  for (const args of [
    ["init", "-q", "-b", "main"],
    ["add", "-A"],
    [...identity, "commit", "-q", "-m", "The state copied"],
  ]) {
    const { status, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")} failed in the copy of the repository: ${stderr}`);
  }
}

function listed(repository: string, flags: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync("git", ["ls-files", "-z", ...flags], {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`git ls-files failed in ${repository}: ${stderr}`);
  return stdout.split("\0").filter((file) => file !== "");
}

/** Links every package of a `node_modules` folder, those in a scope one by one. */
function linkModules(repository: string, folder: string, modules: string): void {
  const from = path.join(repository, modules);
  if (!existsSync(from)) return;
  mkdirSync(path.join(folder, modules), { recursive: true });
  for (const name of readdirSync(from)) {
    // State of the package manager, which describes the original.
    if (name === ".pnpm" || (name.startsWith(".") && name !== ".bin")) continue;
    const entry = path.join(modules, name);
    if (name.startsWith("@") && !lstatSync(path.join(repository, entry)).isSymbolicLink()) {
      linkModules(repository, folder, entry);
    } else {
      symlinkSync(targetOf(repository, folder, entry), path.join(folder, entry), "junction");
    }
  }
}

/** The package itself, or its copy where it is one of the workspace. */
function targetOf(repository: string, folder: string, entry: string): string {
  const target = realpathSync(path.join(repository, entry));
  const way = path.relative(realpathSync(repository), target);
  const isOurs = !way.startsWith("..") && !path.isAbsolute(way) && !way.split(path.sep).includes("node_modules");
  return isOurs ? path.join(folder, way) : target;
}
