/**
 * Measures sailkit against its peers, prints tables, and writes them to `bench/results/`.
 *
 *     pnpm bench [--rounds 3] [--spec NAME]... [--only generate|jvm|growth|compile]... [--docs]
 *
 * `--docs` writes `docs/performance.md` and its picture, too. The whole beta spec takes part where SAILKIT_SPECS has it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { hashTree } from "../../../generator/src/emit/lock/hash-tree.ts";
import { measureConsumers } from "./compile/measure-consumers.ts";
import { measureDeclarations } from "./compile/measure-declarations.ts";
import { measureGrowth } from "./generate/measure-growth.ts";
import { measureJvm } from "./generate/measure-jvm.ts";
import { measureScenarios } from "./generate/measure-scenarios.ts";
import { machineFacts } from "./report/machine-facts.ts";
import { machineLoad } from "./report/machine-load.ts";
import { performancePage } from "./report/performance-page.ts";
import { renderTables } from "./report/render-tables.ts";
import type { DeclarationRow, SpeedResults } from "./report/results.ts";
import { repository } from "./repository.ts";
import { benchSpecs } from "./specs/bench-specs.ts";
import { wholeBeta } from "./specs/whole-beta.ts";
import { peers } from "./tools/peers.ts";
import { sailkit } from "./tools/sailkit.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    spec: { type: "string", multiple: true },
    only: { type: "string", multiple: true },
    docs: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const whole = wholeBeta();
if (!whole) {
  console.warn("\n!! SAILKIT_SPECS does not have the whole beta spec: what the targets are about is NOT measured.\n");
}
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-bench-"));
try {
  const sources = hashSources();
  const results = await run();
  const tables = renderTables(results);
  console.log(tables);
  write(path.join(repository, "bench/results"), {
    "speed.md": tables,
    "speed.json": `${JSON.stringify(results, null, 2)}\n`,
  });
  if (hashSources() !== sources) throw new Error("The generator was changed meanwhile: these figures mean nothing.");
  if (values.docs) write(path.join(repository, "docs"), performancePage(results));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<SpeedResults> {
  const facts = await machineFacts();
  const load = machineLoad();
  const specs = benchSpecs(folder).filter(({ name }) => values.spec?.includes(name) ?? true);
  const failures = new Set<string>();
  const fail = (reason: string) => {
    console.warn(reason);
    failures.add(reason);
  };
  const isAsked = (part: string) => values.only?.includes(part) ?? true;
  // The JVM first: the first run on a machine prepares what later ones find.
  const jvm = isAsked("jvm") ? await measureJvm(specs, folder) : undefined;
  const scenarios = isAsked("generate") ? specs.flatMap((spec) => measureScenarios(spec, rounds, folder, fail)) : [];
  const compared = [sailkit(), ...peers.filter(({ name }) => name === "hey-api")];
  const growth = isAsked("growth") && whole ? measureGrowth(whole, compared, rounds, folder) : [];
  const compiled = isAsked("compile") ? specs : [];
  const consumers = compiled.flatMap((spec) => measureConsumers(spec, rounds, folder, fail));
  const declarations: DeclarationRow[] = [];
  for (const spec of compiled) declarations.push(...(await measureDeclarations(spec, folder)));
  const loads = `${load} when the bench began, ${machineLoad()} when it ended`;
  return {
    rounds,
    facts: { ...facts, Load: loads },
    scenarios,
    jvm,
    growth,
    consumers,
    declarations,
    failures: [...failures],
  };
}

function hashSources(): string {
  return JSON.stringify(hashTree(["generator/src", "templates"].map((entry) => path.join(repository, entry))));
}

function write(to: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(to, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(to, name), text);
}
