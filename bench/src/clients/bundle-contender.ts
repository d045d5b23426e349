import { build } from "esbuild";
import type { Contender } from "./contender.ts";

/**
 * Makes a contender's module one that Node runs: packages stay where they are, and what a peer has generated, which imports
 * without extensions, becomes one file with all that is in it.
 * @returns absolute path of the module
 */
export async function bundleContender({ module }: Contender): Promise<string> {
  const outfile = module.replace(/\.ts$/, ".mjs");
  await build({
    entryPoints: [module],
    outfile,
    bundle: true,
    packages: "external",
    treeShaking: false,
    format: "esm",
    platform: "node",
    target: "node24",
    logLevel: "error",
  });
  return outfile;
}
