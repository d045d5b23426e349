import { installPacked } from "../src/packed/install-packed.ts";
import { renderMatrix } from "../src/runtimes/render-matrix.ts";
import { type RuntimeReport, runRuntime } from "../src/runtimes/run-runtime.ts";
import { runtimes } from "../src/runtimes/runtimes.ts";

// Runs the suite in every runtime and prints one table. Exits 1 where anything failed. Words as arguments choose runtimes.
const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = runtimes.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word)),
);
const project = await installPacked();
try {
  const reports: RuntimeReport[] = [];
  // One after the other: what a runtime measures of time is its own.
  for (const runtime of chosen) reports.push(await runRuntime(runtime, project));
  console.log(renderMatrix(reports));
  const failed = reports.some(({ outcomes }) => outcomes.some(({ failure }) => failure !== undefined));
  process.exitCode = failed ? 1 : 0;
} finally {
  project.remove();
}
