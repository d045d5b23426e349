import { globSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../../config/in-repository.ts";
import { readTargets } from "../../config/read-targets.ts";
import { benchTarget } from "../bench-target.ts";
import { readTemplateData } from "../read-template-data.ts";
import type { CoveringSpec } from "./section-coverage.ts";

/** Where the one-feature specs are. */
const FEATURES = "generator/test/fixtures/features";

/** The specs whose output is kept and looked at: every one-feature fixture, and our own, which alone has an sdk. */
export async function coveringSpecs(): Promise<CoveringSpec[]> {
  const folder = inRepository(FEATURES);
  const fixtures = globSync("*.yaml", { cwd: folder }).sort();
  const own = await readTargets([]);
  const targets = await Promise.all(fixtures.map((file) => benchTarget({ spec: path.join(folder, file) })));
  return Promise.all(
    [...own, ...targets].map(async (target) => ({
      name: path.basename(target.name, ".yaml"),
      skeleton: (await readTemplateData(target)).skeleton,
    })),
  );
}
