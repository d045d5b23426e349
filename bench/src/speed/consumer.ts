import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { measure, median } from "./measure.ts";
import { benchSpecs } from "./specs.ts";
import { peers, sailkit } from "./tool.ts";

const repository = path.resolve(import.meta.dirname, "../../..");
const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });

/** Strict, and as bundlers resolve, since peers import without extensions. */
const OPTIONS = {
  strict: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
};

/** What the compiler costs a program that imports a whole generated client, its source included. */
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-consumer-"));
try {
  const spec = benchSpecs(folder).at(-1);
  const heyApi = peers.find(({ name }) => name === "hey-api");
  if (!spec || !heyApi) throw new Error("There is nothing to compare.");
  const programs = [
    prepare("sailkit", sailkit.command(spec.file, path.join(folder, "sailkit/client")), "./client/src/index.ts"),
    prepare("hey-api", heyApi.command(spec.file, path.join(folder, "hey-api/client")), "./client/index.ts"),
  ];
  console.log(`A program over ${spec.name}, medians of ${values.rounds} rounds:\n`);
  console.log("| compiler | client | seconds | peak MB |\n|---|---|--:|--:|");
  for (const [compiler, tsc] of compilers()) {
    const found = programs.map((program) => ({ program, runs: [] as ReturnType<typeof measure>[] }));
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const { program, runs } of found) runs.push(measure([tsc, "-p", program, "--noEmit"], folder));
    }
    for (const { program, runs } of found) {
      const seconds = median(runs.map((run) => run.seconds)).toFixed(2);
      const peak = median(runs.map(({ peakMegabytes }) => peakMegabytes ?? Number.NaN)).toFixed(0);
      console.log(`| TypeScript ${compiler} | ${path.basename(program)} | ${seconds} | ${peak} |`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Generates a client, and writes a program that uses three operations of it. */
function prepare(name: string, command: readonly string[], entry: string): string {
  const program = path.join(folder, name);
  mkdirSync(path.join(program, "node_modules"), { recursive: true });
  measure(command, folder);
  symlinkSync(
    path.join(repository, "bench/node_modules/openapi-fetch"),
    path.join(program, "node_modules/openapi-fetch"),
    "junction",
  );
  const call =
    name === "sailkit"
      ? [
          "client, ",
          "import { createClient } from ENTRY;\nconst client = createClient({ baseUrl: 'https://a.example' });\n",
        ]
      : ["", ""];
  const source = `import { getTaskStatus, listAccessProfiles, listSources } from ENTRY;
${call[1]}const task = await getTaskStatus(${call[0]}{ ${name === "sailkit" ? "params: { path: { id: 'a' } }" : "path: { id: 'a' }"} });
const profiles = await listAccessProfiles(${call[0]}{ ${name === "sailkit" ? "params: { query: { limit: 1 } }" : "query: { limit: 1 }"} });
const sources = await listSources(${call[0]}{});
console.log(task.data?.uniqueName, profiles.data?.[0]?.name, sources.data?.length);
`;
  writeFileSync(path.join(program, "program.ts"), source.replaceAll("ENTRY", JSON.stringify(entry)));
  writeFileSync(
    path.join(program, "tsconfig.json"),
    JSON.stringify({ compilerOptions: OPTIONS, include: ["program.ts"] }),
  );
  return program;
}

function compilers(): [string, string][] {
  const tsc = (name: string) => path.join(repository, "bench/node_modules", name, "bin/tsc");
  const version = (name: string) =>
    (
      JSON.parse(readFileSync(path.join(repository, "bench/node_modules", name, "package.json"), "utf8")) as {
        version: string;
      }
    ).version;
  return ["typescript", "typescript-5.9"].map((name) => [version(name), tsc(name)]);
}
