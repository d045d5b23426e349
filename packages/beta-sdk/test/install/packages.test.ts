import { readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** What npm installs for the package in a folder, itself included, by name. */
async function installed(folder: string, found: Set<string> = new Set()): Promise<Set<string>> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
  if (found.has(manifest.name)) return found;
  found.add(manifest.name);
  const { dependencies, optionalDependencies, peerDependencies } = manifest;
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
    await installed(await find(name, folder), found);
  return found;
}

/** Where Node finds a package from a folder. */
async function find(name: string, from: string): Promise<string> {
  const folder = join(from, "node_modules", name);
  const found = await realpath(folder).catch(() => undefined);
  if (found !== undefined) return found;
  if (dirname(from) === from) throw new Error(`${name} is not installed`);
  return find(name, dirname(from));
}

test("installing the sdk adds four packages in all, and its only own dependency is the client", async () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as Manifest;
  expect(Object.keys(dependencies ?? {})).toEqual(["@sailkit/beta-client"]);
  expect([...(await installed(root))].sort()).toEqual([
    "@sailkit/beta-client",
    "@sailkit/beta-sdk",
    "openapi-fetch",
    "openapi-typescript-helpers",
  ]);
});
