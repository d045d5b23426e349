import { readFile } from "node:fs/promises";
import path from "node:path";
import { catalogVersion } from "../../config/catalog-version.ts";

/** The versions this repository is made for, as its root `package.json` and its catalog state them. */
export interface Pins {
  /** Exact version of the `node` package, `24.21.0`. */
  readonly node: string | undefined;
  /** Exact version of pnpm, `12.21.0`. */
  readonly pnpm: string | undefined;
}

/**
 * Reads the pins. Undefined stands for what the manifest does not say, or for a manifest that cannot be read.
 *
 * @param manifest path of the root `package.json`; the catalog is in the `pnpm-workspace.yaml` beside it
 */
export async function readPins(manifest: string): Promise<Pins> {
  try {
    const { devDependencies, packageManager, devEngines } = JSON.parse(await readFile(manifest, "utf8"));
    const pnpm = /^pnpm@([\d.]+)/.exec(packageManager ?? "")?.[1] ?? devEngines?.packageManager?.version;
    const node = devDependencies?.node;
    return { node: node && catalogVersion("node", node, path.dirname(manifest)), pnpm };
  } catch {
    return { node: undefined, pnpm: undefined };
  }
}
