import { rmSync } from "node:fs";
import path from "node:path";
import { binary } from "./binary.ts";
import { runStep } from "./run-step.ts";
import type { Stage } from "./stage.ts";

/** Builds packages of the copy anew, by the names of their folders, each after those it depends on. */
export async function buildPackages(
  { repository, copy }: Pick<Stage, "repository" | "copy">,
  packages: readonly string[],
): Promise<void> {
  for (const name of packages) {
    const folder = path.join(copy, "packages", name);
    rmSync(path.join(folder, "dist"), { recursive: true, force: true });
    await runStep(folder, [binary(repository, "typescript", "bin/tsc"), "-p", "tsconfig.json"]);
  }
}
