import { readdirSync } from "node:fs";
import path from "node:path";
import { publishedPackages } from "../published-packages.ts";
import { binary } from "./binary.ts";
import { demand } from "./demand.ts";
import { runStep } from "./run-step.ts";
import type { Stage } from "./stage.ts";

/** Versions, packs and checks what is in the copy, and gives the versions. */
export async function prepareRelease(
  { repository, copy, folder, say }: Stage,
  name: string,
): Promise<Record<string, string>> {
  await runStep(copy, [binary(repository, "@changesets/cli", "bin.js"), "version"]);
  const left = readdirSync(path.join(copy, ".changeset")).filter(
    (file) => file.endsWith(".md") && file !== "README.md",
  );
  demand(left.length === 0, `changesets left ${left.join(", ")} behind`);
  const versions = Object.fromEntries(publishedPackages(copy).map((one) => [one.name, one.version]));
  await runStep(copy, ["scripts/release/bin/release.ts", "pack", path.join(folder, name)]);
  for (const tarball of readdirSync(path.join(folder, name))) {
    const file = path.join(folder, name, tarball);
    await runStep(copy, [binary(repository, "publint", "src/cli.js"), "run", file, "--strict"]);
    await runStep(copy, [binary(repository, "@arethetypeswrong/cli", "dist/index.js"), file, "--profile", "esm-only"]);
  }
  say(
    `${name} release: ${Object.entries(versions)
      .map((one) => one.join("@"))
      .join(", ")} versioned, packed and checked`,
  );
  return versions;
}
