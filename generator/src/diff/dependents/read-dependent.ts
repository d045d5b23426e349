import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type ts from "typescript";
import type { DependentPackage } from "./dependent-package.ts";
import { sourceOf } from "./source-of.ts";

/**
 * Reads a package that builds on a client.
 * @param folder absolute path
 * @returns undefined for one that has no `tsconfig.json`, or exports nothing that is made of TypeScript
 */
export function readDependent(typescript: typeof ts, folder: string): DependentPackage | undefined {
  const config = path.join(folder, "tsconfig.json");
  if (!existsSync(config)) return undefined;
  const host = { ...typescript.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const parsed = typescript.getParsedCommandLineOfConfigFile(config, undefined, host);
  if (!parsed) return undefined;
  const relative = (file: string) => path.relative(folder, file).replaceAll("\\", "/");
  const { outDir = "dist", rootDir = "src" } = parsed.options;
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports?: Record<string, unknown>;
  };
  const places = { out: relative(path.resolve(folder, outDir)), root: relative(path.resolve(folder, rootDir)) };
  const sources = new Map(parsed.fileNames.map((file) => [relative(file), readFileSync(file, "utf8")]));
  const entries = Object.keys(manifest.exports ?? {})
    .flatMap((subpath) => sourceOf(manifest, subpath, places) ?? [])
    .filter((file) => sources.has(file));
  if (entries.length === 0) return undefined;
  return {
    name: manifest.name,
    folder: folder.replaceAll("\\", "/"),
    options: parsed.options as Record<string, unknown>,
    sources,
    entries,
  };
}
