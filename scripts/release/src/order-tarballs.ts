import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { PublishedPackage } from "./published-package.ts";
import { readTarball } from "./read-tarball.ts";
import type { Tarball } from "./tarball.ts";

/**
 * The tarballs in a folder, in the order in which they are published.
 * @param packages those of this repository, each after those it depends on
 * @throws Error where the folder does not hold exactly one for each, in the version it has here
 */
export function orderTarballs(folder: string, packages: readonly PublishedPackage[]): Tarball[] {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith(".tgz"))
    .map((name) => read(path.join(folder, name)));
  return packages.map(({ name, version }) => {
    const alike = found.filter((tarball) => tarball.name === name);
    const [tarball] = alike;
    if (tarball === undefined || alike.length > 1 || tarball.version !== version) {
      throw new Error(
        `${folder} holds ${alike.map((one) => `${one.name}@${one.version}`).join(" and ") || `no ${name}`}; ` +
          `one tarball of ${name}@${version} is needed. Pack again: pnpm release pack ${folder}`,
      );
    }
    return tarball;
  });
}

function read(file: string): Tarball {
  const { name, version } = JSON.parse(readTarball(file).get("package.json")?.toString("utf8") ?? "{}");
  return {
    name,
    version,
    file,
    integrity: `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`,
  };
}
