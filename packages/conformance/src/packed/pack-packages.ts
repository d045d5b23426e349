import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packPackage } from "../../../../scripts/release/src/pack-package.ts";
import type { PublishedPackage } from "../../../../scripts/release/src/published-package.ts";
import { publishedPackages } from "../../../../scripts/release/src/published-packages.ts";
import type { Tarball } from "../../../../scripts/release/src/tarball.ts";
import { repository } from "../repository.ts";

/**
 * Packs the published packages as a release does, into a folder of tarballs. The packages must be built.
 * @throws Error naming the package that is not built
 */
export async function packPackages(out: string): Promise<Tarball[]> {
  const packages = publishedPackages(repository);
  const versions = new Map(packages.map(({ name, version }) => [name, version]));
  const staging = mkdtempSync(path.join(tmpdir(), "sailkit-staging-"));
  try {
    return await Promise.all(
      packages.map((one) => packPackage(withChangelog(one, staging), { root: repository, out, versions })),
    );
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** A release writes the changelog just before it packs. Between releases there may be none, which no runtime minds. */
function withChangelog(one: PublishedPackage, staging: string): PublishedPackage {
  const folder = path.join(staging, path.basename(one.folder));
  mkdirSync(folder);
  writeFileSync(path.join(folder, "CHANGELOG.md"), `# ${one.name}\n`);
  for (const entry of ["dist", "README.md", "CHANGELOG.md"]) {
    const source = path.join(one.folder, entry);
    if (existsSync(source)) cpSync(source, path.join(folder, entry), { recursive: true });
  }
  return { ...one, folder };
}
