import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { allowedFiles } from "./allowed-files.ts";
import type { PublishedPackage } from "./published-package.ts";
import { readTarball } from "./read-tarball.ts";
import type { Tarball } from "./tarball.ts";

/** What no published file may hold, whatever it means there. */
const SECRETS =
  /\b(?:npm_[A-Za-z0-9]{36}|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,}|AKIA[0-9A-Z]{16})\b|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/**
 * Everything that is wrong with a tarball, a sentence each; empty where it may be published.
 *
 * @param root absolute path of the repository, which must not show up in the files
 * @param versions of all packages published with it, by name
 */
export function checkTarball(
  { name, version, file }: Tarball,
  { folder }: PublishedPackage,
  { root, versions }: { readonly root: string; readonly versions: ReadonlyMap<string, string> },
): string[] {
  const files = readTarball(file);
  const allowed = allowedFiles(folder);
  const manifest = JSON.parse(files.get("package.json")?.toString("utf8") ?? "{}");
  const places = [root, homedir(), tmpdir()].filter((place) => path.resolve(place) !== path.parse(place).root);
  return [
    ...[...files.keys()].filter((one) => !allowed.includes(one)).map((one) => `${one} has no business in it`),
    ...allowed.filter((one) => !files.has(one)).map((one) => `${one} is missing`),
    ...[...files].flatMap(([one, content]) =>
      betrayals(content.toString("utf8"), places).map((what) => `${one} holds ${what}`),
    ),
    ...wrongFacts(manifest, { name, version, versions }),
  ].map((problem) => `${name}@${version}: ${problem}.`);
}

function betrayals(content: string, places: readonly string[]): string[] {
  const shown = places.some(
    (place) => content.includes(`${place}/`) || content.includes(JSON.stringify(`${place}\\`).slice(1, -1)),
  );
  return [
    ...(shown ? ["a path of this machine"] : []),
    ...(SECRETS.test(content) ? ["what looks like a token or a key"] : []),
  ];
}

interface Facts {
  readonly name: string;
  readonly version: string;
  readonly versions: ReadonlyMap<string, string>;
}

function wrongFacts(manifest: Record<string, unknown>, { name, version, versions }: Facts): string[] {
  const wrong: string[] = [];
  if (manifest.name !== name || manifest.version !== version) wrong.push("its manifest is that of another package");
  for (const member of ["description", "license", "repository", "homepage", "bugs", "engines", "exports"]) {
    if (manifest[member] === undefined) wrong.push(`its manifest has no ${member}`);
  }
  for (const member of ["scripts", "devDependencies"]) {
    if (manifest[member] !== undefined) wrong.push(`its manifest has ${member}`);
  }
  for (const [other, range] of Object.entries((manifest.dependencies ?? {}) as Record<string, string>)) {
    const published = versions.get(other);
    if (published !== undefined && range !== published)
      wrong.push(`it depends on ${other} ${range}, which goes out as ${published}`);
  }
  return wrong;
}
