import { parseArgs } from "node:util";
import { manifest } from "@sailkit/beta-client/manifest";
import { installPacked } from "../src/packed/install-packed.ts";
import { readBudgets, writeBudgets } from "../src/sizes/budgets.ts";
import { measureBundle } from "../src/sizes/measure-bundle.ts";
import { measureImport } from "../src/sizes/measure-import.ts";
import { recordSizes } from "../src/sizes/record-sizes.ts";
import { importTarget, renderSizes, type WeighedBundle } from "../src/sizes/render-sizes.ts";

// Weighs the packed packages. Exits 1 where a budget is exceeded; `--record` writes today's sizes into budgets.json.
const { values } = parseArgs({ options: { record: { type: "boolean", default: false } } });
const project = await installPacked();
try {
  const weighed: WeighedBundle[] = [];
  for (const bundle of readBudgets()) {
    weighed.push({ ...bundle, size: await measureBundle(bundle.program, project.folder) });
  }
  const target = importTarget(Object.keys(manifest).length);
  const importTime = await measureImport(project.folder, target);
  console.log(renderSizes(weighed, importTime, target));
  if (values.record) writeBudgets(recordSizes(weighed, new Date().toISOString().slice(0, 10)));
  const over = weighed.filter(({ size, budget }) => size.bytes > budget);
  for (const { name, size, budget } of over) {
    console.error(
      `\n${name}: ${size.bytes - budget} bytes too many. Make it smaller, or raise its budget in packages/conformance/budgets.json and say why in the commit.`,
    );
  }
  if (importTime > target) console.error(`\nImporting the sdk takes too long: does it load or do more than before?`);
  process.exitCode = over.length > 0 || importTime > target ? 1 : 0;
} finally {
  project.remove();
}
