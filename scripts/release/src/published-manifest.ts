import type { Manifest } from "./published-package.ts";

/**
 * The manifest that goes into a tarball: packages of this repository are depended on in exactly the version they are
 * published in, and what only matters here is left out.
 *
 * @param versions of all packages that are published, by name
 * @throws Error where a dependency would not be installable from a registry
 */
export function publishedManifest(manifest: Manifest, versions: ReadonlyMap<string, string>): Manifest {
  const { devDependencies: _, scripts: __, ...rest } = manifest;
  if (manifest.dependencies === undefined) return rest;
  const dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).map(([name, range]) => [
      name,
      resolved(manifest.name, name, range, versions),
    ]),
  );
  return { ...rest, dependencies };
}

function resolved(from: string, name: string, range: string, versions: ReadonlyMap<string, string>): string {
  const version = versions.get(name);
  if (version !== undefined) return version;
  if (!/^[a-z]+:/.test(range)) return range;
  throw new Error(
    `${from} depends on ${name} by "${range}", which no registry can install: ${name} is not published. ` +
      "Publish it as well, or make it a development dependency.",
  );
}
