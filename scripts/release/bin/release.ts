import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { announceRelease } from "../src/announce-release.ts";
import { checkTarball } from "../src/check-tarball.ts";
import { orderTarballs } from "../src/order-tarballs.ts";
import { packPackage } from "../src/pack-package.ts";
import { publishTarball } from "../src/publish-tarball.ts";
import { publishedPackages } from "../src/published-packages.ts";

const USAGE = `pnpm release pack FOLDER      packs the built packages, and checks what is in them
pnpm release publish FOLDER   publishes what is not published yet [--no-provenance]
pnpm release announce FOLDER  makes tags and releases on GitHub`;

const root = path.resolve(import.meta.dirname, "../../..");
const { positionals, values } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: { provenance: { type: "boolean", default: true } },
});
const [command = "", folder] = positionals;
const steps: Readonly<Record<string, (folder: string) => Promise<void>>> = { pack, publish, announce };
const step = Object.hasOwn(steps, command) ? steps[command] : undefined;
if (step === undefined || folder === undefined) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  await step(path.resolve(folder)).catch((error: Error) => {
    console.error(`error ${error.message}`);
    process.exitCode = 1;
  });
}

/** Packs every package and refuses all if one is not as it should be. */
async function pack(out: string): Promise<void> {
  const packages = publishedPackages(root);
  const versions = new Map(packages.map(({ name, version }) => [name, version]));
  const problems: string[] = [];
  for (const one of packages) {
    const tarball = await packPackage(one, { root, out, versions });
    const found = checkTarball(tarball, one, { root, versions });
    if (found.length > 0) rmSync(tarball.file);
    problems.push(...found);
    console.log(`packed ${one.name}@${one.version}: ${path.basename(tarball.file)}`);
  }
  if (problems.length > 0) throw new Error(`Nothing may be published like this:\n  ${problems.join("\n  ")}`);
}

/** One after the other: where one fails, nothing that depends on it goes out. */
async function publish(from: string): Promise<void> {
  for (const tarball of orderTarballs(from, publishedPackages(root))) {
    const outcome = await publishTarball(tarball, { provenance: values.provenance });
    const words = {
      published: "published",
      "already-published": "already published",
      repacked: "already published, from another build",
    };
    console.log(`${words[outcome]} ${tarball.name}@${tarball.version}`);
  }
}

async function announce(from: string): Promise<void> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, GITHUB_TOKEN: token } = process.env;
  if (!api || !repository || !commit || !token) {
    throw new Error(
      "announce needs GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_SHA and GITHUB_TOKEN, as workflows have them.",
    );
  }
  for (const tarball of orderTarballs(from, publishedPackages(root))) {
    const outcome = await announceRelease(tarball, { api, repository, commit, token });
    console.log(`${outcome === "made" ? "announced" : "announced before"} ${tarball.name}@${tarball.version}`);
  }
}
