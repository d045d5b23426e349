import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { publishedManifest } from "./published-manifest.ts";
import type { PublishedPackage } from "./published-package.ts";
import { runNpm } from "./run-npm.ts";
import type { Tarball } from "./tarball.ts";

export interface PackOptions {
  /** Absolute path of the root, where the licence is. */
  readonly root: string;
  /** Absolute path of the folder of the tarballs. */
  readonly out: string;
  readonly versions: ReadonlyMap<string, string>;
}

/**
 * Packs a built package. The same build gives the same bytes.
 * @throws Error for a package that is not built, or has no readme or changelog
 */
export async function packPackage(
  { name, version, folder, manifest }: PublishedPackage,
  options: PackOptions,
): Promise<Tarball> {
  const staging = mkdtempSync(path.join(tmpdir(), "sailkit-pack-"));
  try {
    const content = path.join(staging, "package");
    mkdirSync(content);
    copyContent(name, folder, content, options.root);
    writeFileSync(
      path.join(content, "package.json"),
      `${JSON.stringify(publishedManifest(manifest, options.versions), null, 2)}\n`,
    );
    const { ok, stderr } = await runNpm(
      ["pack", "--ignore-scripts", "--silent", "--pack-destination", staging],
      content,
    );
    const packed = readdirSync(staging).find((file) => file.endsWith(".tgz"));
    if (!ok || packed === undefined) throw new Error(`npm could not pack ${name}:\n${stderr.trim()}`);
    const file = path.join(options.out, packed);
    mkdirSync(options.out, { recursive: true });
    cpSync(path.join(staging, packed), `${file}.part`);
    renameSync(`${file}.part`, file);
    return { name, version, file, integrity: integrityOf(file) };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** SHA-512 of a file, as registries state it. */
function integrityOf(file: string): string {
  return `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
}

function copyContent(name: string, from: string, to: string, root: string): void {
  const sources: readonly (readonly [string, string, string])[] = [
    [from, "dist", "Build it first: pnpm build."],
    [from, "README.md", "Write one: it is the package's page."],
    [
      from,
      "CHANGELOG.md",
      'Version the packages first: pnpm run version. To try them as they are: pnpm --filter "@sailkit/beta-*" pack.',
    ],
    [root, "LICENSE", "Restore it."],
  ];
  for (const [folder, entry, advice] of sources) {
    const source = path.join(folder, entry);
    if (!existsSync(source)) throw new Error(`${name} cannot be packed: ${source} is missing. ${advice}`);
    cpSync(source, path.join(to, entry), { recursive: true });
  }
}
