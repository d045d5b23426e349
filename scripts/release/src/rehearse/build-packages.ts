import path from "node:path";
import { runNpm } from "../run-npm.ts";
import type { Stage } from "./stage.ts";

/**
 * Builds packages of the copy anew, by the names of their folders, each after those it depends on, and each by its own script:
 * what is rehearsed is what is released.
 * @throws Error that names the package, with all its build printed
 */
export async function buildPackages({ copy }: Pick<Stage, "copy">, packages: readonly string[]): Promise<void> {
  for (const name of packages) {
    const { ok, stdout, stderr } = await runNpm(["run", "--silent", "build"], path.join(copy, "packages", name));
    if (!ok) {
      const printed = (stdout + stderr).trim();
      throw new Error(`packages/${name} does not build; \`pnpm build\` shows the same, and all others:\n${printed}`);
    }
  }
}
