import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readTarball } from "../../../../scripts/release/src/read-tarball.ts";
import { repository } from "../repository.ts";
import { packPackages } from "./pack-packages.ts";

/** A project with the packed packages in its `node_modules`, as npm would have installed them. */
export interface PackedProject {
  /** Absolute path. */
  readonly folder: string;
  remove(): void;
}

/** Packs the published packages and unpacks them, with what they depend on, into a new folder outside the repository. */
export async function installPacked(): Promise<PackedProject> {
  // The real path: bundlers and runtimes resolve links, and would see two of each module.
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sailkit-packed-")));
  const project = { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
  try {
    writeFileSync(path.join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
    for (const { name, file } of await packPackages(path.join(folder, "tarballs"))) {
      const target = path.join(folder, "node_modules", name);
      for (const [entry, content] of readTarball(file)) write(path.join(target, entry), content);
    }
    for (const name of ["beta-client", "beta-sdk"]) {
      copyDependencies(path.join(repository, "packages", name), path.join(folder, "node_modules"));
    }
    return project;
  } catch (error) {
    project.remove();
    throw error;
  }
}

/** Copies what a package depends on, and what that depends on, from where pnpm has installed it. */
function copyDependencies(from: string, modules: string): void {
  const manifest = readFileSync(path.join(from, "package.json"), "utf8");
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    const target = path.join(modules, name);
    if (existsSync(target)) continue;
    const source = findPackage(name, from);
    cpSync(source, target, { recursive: true, filter: (file) => path.basename(file) !== "node_modules" });
    copyDependencies(source, modules);
  }
}

function findPackage(name: string, from: string): string {
  for (let folder = realpathSync(from); ; folder = path.dirname(folder)) {
    const found = path.join(folder, "node_modules", name);
    if (existsSync(found)) return realpathSync(found);
    if (folder === path.dirname(folder)) throw new Error(`${name} is not installed for ${from}. Run: pnpm install`);
  }
}

function write(file: string, content: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
