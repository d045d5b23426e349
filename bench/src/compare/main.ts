/**
 * Measures clients against those of peers: calls, collections, cold start, bundles, compilers, editors; prints the tables.
 *
 *     pnpm --filter @sailkit/bench compare [--quick] [--docs]
 *
 * `--docs` writes `docs/calls.md`, and the figures of `docs/comparison.md`. `--quick` measures once, to see that all works.
 * SAILKIT_SPECS has to have the vendor's whole beta spec.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { callsPage } from "../calls/calls-page.ts";
import { machine } from "../clients/machine.ts";
import { withFolder } from "../clients/with-folder.ts";
import { repository } from "../speed/repository.ts";
import { benchSpecs } from "../speed/specs/bench-specs.ts";
import { comparisonFigures } from "./comparison-figures.ts";
import { replacePart } from "./replace-part.ts";
import { runComparison } from "./run-comparison.ts";

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, docs: { type: "boolean", default: false } },
});
const rounds = values.quick ? { calls: 1, starts: 1, others: 1 } : { calls: 21, starts: 7, others: 3 };
await withFolder(async (folder) => {
  const whole = benchSpecs(folder).find(({ name }) => name === "whole-beta");
  if (!whole) {
    throw new Error("SAILKIT_SPECS does not have the vendor's whole beta spec, which most figures are about. Set it.");
  }
  const results = await runComparison(whole, folder, rounds, (what) => console.warn(`measuring ${what}`));
  const [calls, figures] = [callsPage(results.calls, machine()), comparisonFigures(results, machine())];
  console.log(`${calls}\n${figures}`);
  if (!values.docs) return;
  const page = path.join(repository, "docs/comparison.md");
  writeFileSync(page, replacePart(readFileSync(page, "utf8"), "figures", figures));
  writeFileSync(path.join(repository, "docs/calls.md"), calls);
});
