import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

interface Workspace {
  readonly catalog?: Readonly<Record<string, string>>;
  readonly catalogs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * The version that a manifest of a workspace means by `catalog:` or `catalog:NAME`. Any other version is returned as it is.
 * Outside the workspace, where a package is packed or written to stand alone, nothing else can tell.
 *
 * @param name of the dependency
 * @param version as the manifest has it
 * @param root absolute path of the folder with the `pnpm-workspace.yaml`
 * @throws Error where the catalog has no such entry
 */
export function catalogVersion(name: string, version: string, root: string): string {
  const [, catalog] = /^catalog:(.*)$/.exec(version) ?? [];
  if (catalog === undefined) return version;
  const file = path.join(root, "pnpm-workspace.yaml");
  const workspace = parse(readFileSync(file, "utf8")) as Workspace;
  const entries = catalog === "" ? workspace.catalog : workspace.catalogs?.[catalog];
  const found = entries?.[name];
  if (found !== undefined) return found;
  throw new Error(
    `A package.json depends on ${name} by "${version}", and ${file} has no ${name} in that catalog. Add it there, then run: pnpm install`,
  );
}
