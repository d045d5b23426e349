import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { bytesBelow, type Measurement, measure, median } from "./measure.ts";
import { type BenchSpec, benchSpecs } from "./specs.ts";
import { peers, sailkit, sailkitDocs, type Tool } from "./tool.ts";

/** Medians of one tool, spec and scenario. */
interface Row {
  readonly spec: string;
  readonly scenario: string;
  readonly tool: string;
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
  readonly peakMegabytes: number | undefined;
  readonly megabytesWritten: number;
  /** Seconds, divided by hey-api's cold run in the same rounds. */
  readonly ratio: number | undefined;
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const rounds = Number(values.rounds);
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-bench-"));
try {
  const rows = benchSpecs(folder).flatMap(measureSpec);
  report(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** All tools take turns in each round, so that whatever else the machine does hits all of them alike. */
function measureSpec(spec: BenchSpec): Row[] {
  const runs = new Map<string, { scenario: string; tool: string; out: string; found: Measurement[] }>();
  const note = (scenario: string, tool: Tool, out: string, found: Measurement) => {
    const key = `${scenario} ${tool.name}`;
    const run = runs.get(key) ?? { scenario, tool: tool.name, out, found: [] };
    run.found.push(found);
    runs.set(key, run);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const tool of [sailkit, sailkitDocs, ...peers]) {
      const out = fresh(`${spec.name}-${tool.name}`);
      attempt(() => note("cold", tool, out, measure(tool.command(spec.file, out), folder)));
    }
    const out = path.join(folder, `${spec.name}-sailkit`);
    note("unchanged", sailkit, out, measure(sailkit.command(spec.file, out), folder));
    // The file keeps its name, and with it the package keeps its folder.
    const kept = path.join(folder, `kept${path.extname(spec.file)}`);
    copyFileSync(spec.file, kept);
    copyFileSync(spec.changed, spec.file);
    note("one operation changed", sailkit, out, measure(sailkit.command(spec.file, out), folder));
    copyFileSync(kept, spec.file);
  }
  const cold = runs.get("cold hey-api")?.found.map(({ seconds }) => seconds);
  return [...runs.values()].map(({ scenario, tool, out, found }) => ({
    spec: spec.name,
    scenario,
    tool,
    seconds: median(found.map(({ seconds }) => seconds)),
    cpuSeconds: medianOf(found, "cpuSeconds"),
    peakMegabytes: medianOf(found, "peakMegabytes"),
    megabytesWritten: bytesBelow(out) / 2 ** 20,
    ratio: cold && median(found.map(({ seconds }) => seconds)) / median(cold),
  }));
}

/** A peer that cannot read a spec is named, and has no row. */
function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    console.warn(String(error));
  }
}

function fresh(name: string): string {
  const out = path.join(folder, name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.dirname(out), { recursive: true });
  return out;
}

function medianOf(found: readonly Measurement[], key: "cpuSeconds" | "peakMegabytes"): number | undefined {
  const known = found.map((measurement) => measurement[key]).filter((value) => value !== undefined);
  return known.length > 0 ? median(known) : undefined;
}

function report(rows: readonly Row[]): void {
  const number = (value: number | undefined, digits: number) => value?.toFixed(digits) ?? "";
  const lines = [
    `Medians of ${rounds} rounds on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.versions.node}.`,
    "",
    "| spec | scenario | tool | seconds | × hey-api cold | CPU s | peak MB | MB written |",
    "|---|---|---|--:|--:|--:|--:|--:|",
    ...rows.map(
      (row) =>
        `| ${row.spec} | ${row.scenario} | ${row.tool} | ${number(row.seconds, 2)} | ${number(row.ratio, 2)} | ${number(row.cpuSeconds, 2)} | ${number(row.peakMegabytes, 0)} | ${number(row.megabytesWritten, 2)} |`,
    ),
  ];
  console.log(lines.join("\n"));
  const results = path.join(import.meta.dirname, "../../results");
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, "speed.md"), `${lines.join("\n")}\n`);
  writeFileSync(path.join(results, "speed.json"), `${JSON.stringify({ rounds, rows }, null, 2)}\n`);
}
