import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { bytesBelow } from "../speed/measure/bytes-below.ts";

/** What installing a package brings along. */
export interface InstalledSize {
  /** Packages, itself included. */
  readonly packages: number;
  readonly bytes: number;
}

/**
 * What lands in `node_modules` with some packages and all they depend on.
 * @param names of packages that are in `from`'s `node_modules`
 * @param from absolute path of a folder
 */
export function installedSize(names: readonly string[], from: string): InstalledSize {
  const found = new Map<string, number>();
  visit(names, from);
  return { packages: found.size, bytes: [...found.values()].reduce((sum, bytes) => sum + bytes, 0) };

  function visit(wanted: readonly string[], parent: string): void {
    for (const folder of wanted.map((name) => findPackage(name, parent))) {
      if (found.has(folder)) continue;
      const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
      found.set(folder, publishedBytes(folder, manifest));
      visit(Object.keys(manifest.dependencies ?? {}), folder);
    }
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

/** Of a package in this repository only what is published counts; others are there as they were published. */
function publishedBytes(folder: string, { files }: Manifest): number {
  if (folder.includes(`${path.sep}node_modules${path.sep}`)) return bytesBelow(folder);
  return [...(files ?? []), "package.json", "README.md"]
    .map((name) => path.join(folder, name))
    .filter((entry) => existsSync(entry))
    .reduce((sum, entry) => sum + (statSync(entry).isDirectory() ? bytesBelow(entry) : statSync(entry).size), 0);
}

function findPackage(name: string, from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, "node_modules", name);
    if (existsSync(found)) return realpathSync(found);
    if (folder === path.dirname(folder)) throw new Error(`${name} is not installed for ${from}. Run: pnpm install`);
  }
}
