import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { catalogVersion } from "../../../generator/src/config/catalog-version.ts";
import type { Manifest, PublishedPackage } from "./published-package.ts";

/**
 * The packages that are published, each after those it depends on. Versions that their manifests leave to the catalog are
 * filled in.
 * @param root absolute path of the repository
 */
export function publishedPackages(root: string): PublishedPackage[] {
  const packages = readdirSync(path.join(root, "packages"))
    .sort()
    .map((name) => path.join(root, "packages", name))
    .filter((folder) => existsSync(path.join(folder, "package.json")))
    .map((folder) => {
      const manifest = withVersions(JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")), root);
      return { name: manifest.name, version: manifest.version, folder, manifest };
    })
    .filter(({ manifest }) => manifest.private !== true);
  const ordered: PublishedPackage[] = [];
  const visit = (one: PublishedPackage, way: readonly string[]) => {
    if (ordered.includes(one)) return;
    if (way.includes(one.name)) throw new Error(`Packages depend on each other: ${[...way, one.name].join(" → ")}.`);
    for (const other of packages) {
      if (one.manifest.dependencies?.[other.name] !== undefined) visit(other, [...way, one.name]);
    }
    ordered.push(one);
  };
  for (const one of packages) visit(one, []);
  return ordered;
}

function withVersions(manifest: Manifest, root: string): Manifest {
  if (manifest.dependencies === undefined) return manifest;
  const dependencies = Object.entries(manifest.dependencies).map(([name, version]) => [
    name,
    catalogVersion(name, version, root),
  ]);
  return { ...manifest, dependencies: Object.fromEntries(dependencies) };
}
