import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import path from "node:path";
import { repository } from "../repository.ts";
import type { PackedProject } from "./install-packed.ts";

/**
 * Copies an example into a project with the packed packages, which it finds in place of the workspace's. What else it depends
 * on is linked from where pnpm has installed it.
 * @param name of the folder in `examples/`
 * @returns absolute path of the copy
 */
export function installExample(name: string, { folder }: PackedProject): string {
  const [from, to] = [path.join(repository, "examples", name), path.join(folder, "examples", name)];
  cpSync(from, to, { recursive: true, filter: (file) => path.basename(file) !== "node_modules" });
  // What examples share with the repository: compiler options, types of Node, and the spec that a mock server reads.
  for (const shared of ["tsconfig.base.json", "spec"]) {
    if (!existsSync(path.join(folder, shared))) {
      cpSync(path.join(repository, shared), path.join(folder, shared), { recursive: true });
    }
  }
  link("@types/node", repository, folder);
  const manifest = JSON.parse(readFileSync(path.join(from, "package.json"), "utf8")) as Record<string, object>;
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (!existsSync(path.join(folder, "node_modules", dependency))) link(dependency, from, to);
  }
  return to;
}

/** Links a package into a project from where another has it. */
function link(name: string, from: string, to: string): void {
  const target = path.join(to, "node_modules", name);
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  symlinkSync(realpathSync(path.join(from, "node_modules", name)), target, "junction");
}
