import { prepareRuntime } from "../../src/java/prepare-runtime.ts";
import { buildPackage } from "./build-package.ts";
import { buildPackages } from "./build-packages.ts";
import { checkPackage, type WireReport } from "./check-package.ts";
import type { ClientPackage } from "./client-package.ts";
import { startRecordingServer } from "./recording-server.ts";

/*
 * Generates the package of each spec, sends every operation to a local server, and compares what arrives with the spec.
 *
 *     node generator/test/wire/run.ts [--json] [--together] FILE...
 *
 * --json prints one JSON array of reports. --together renders the templates of many small specs in one run of the tool.
 * Exits with 0 where nothing differs, 1 where something does, 2 where a spec cannot be generated.
 */
const flags = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const specs = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const json = flags.includes("--json");
const server = await startRecordingServer();
const runtime = prepareRuntime();
const reports: WireReport[] = [];
if (flags.includes("--together")) for (const built of await buildPackages(specs, runtime, refused)) await check(built);
else for (const spec of specs) await generateAndCheck(spec);
await server.close();
if (json) console.log(JSON.stringify(reports));
if (process.exitCode === undefined && reports.some(({ mismatches }) => mismatches.length > 0)) process.exitCode = 1;

async function generateAndCheck(spec: string): Promise<void> {
  try {
    await check(await buildPackage(spec, runtime));
  } catch (error) {
    refused(spec, error);
  }
}

function refused(spec: string, error: unknown): void {
  process.exitCode = 2;
  console.error(`${spec}: ${String(error).slice(0, 2000)}`);
}

async function check(built: ClientPackage): Promise<void> {
  const started = performance.now();
  const report = await checkPackage(built, server);
  await built.remove();
  reports.push(report);
  if (!json) print(report, performance.now() - started);
}

function print({ spec, operations, calls, skipped, mismatches }: WireReport, milliseconds: number): void {
  const counts = `${operations} operations, ${calls} calls, ${skipped.length} skipped, ${mismatches.length} mismatches`;
  console.log(`${spec}: ${counts}; sent in ${Math.round(milliseconds)} ms`);
  for (const mismatch of mismatches) console.log(`  ${mismatch}`);
}
