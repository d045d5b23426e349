import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { bytesBelow } from "../measure/bytes-below.ts";
import { measure } from "../measure/measure.ts";
import type { Measurement } from "../measure/measurement.ts";
import { median } from "../measure/median.ts";
import { quotient } from "../measure/quotient.ts";
import type { ScenarioRow } from "../report/results.ts";
import type { BenchSpec } from "../specs/bench-spec.ts";
import { peers } from "../tools/peers.ts";
import { sailkit } from "../tools/sailkit.ts";
import { templateVersions } from "./template-versions.ts";
import { turboWorkspace } from "./turbo-workspace.ts";

interface Run {
  readonly scenario: string;
  readonly tool: string;
  readonly out: string;
  readonly found: Measurement[];
}

/**
 * All tools and scenarios take turns in each round, so that whatever else the machine does hits all of them alike.
 * @param fail hears of a tool that gives up; it has no row then
 */
export function measureScenarios(
  spec: BenchSpec,
  rounds: number,
  parent: string,
  fail: (reason: string) => void,
): ScenarioRow[] {
  const folder = path.join(parent, spec.name);
  mkdirSync(folder);
  const runs = new Map<string, Run>();
  const note = (scenario: string, tool: string, out: string, found: Measurement) => {
    const key = `${scenario} ${tool}`;
    if (!runs.has(key)) runs.set(key, { scenario, tool, out, found: [] });
    runs.get(key)?.found.push(found);
  };
  const scenarios = [coldRuns(fail), unchangedRun, changedRun, turboRun, templateRun].map((prepare) =>
    prepare(spec, folder, note),
  );
  for (let round = 0; round < rounds; round += 1) for (const scenario of scenarios) scenario(round);
  const peer = runs.get("cold hey-api")?.found ?? [];
  return [...runs.values()].map((run) => toRow(spec, run, peer));
}

type Note = (scenario: string, tool: string, out: string, found: Measurement) => void;
/** Prepares a scenario; what it returns is run once a round. */
type Scenario = (spec: BenchSpec, folder: string, note: Note) => (round: number) => void;

function coldRuns(fail: (reason: string) => void): Scenario {
  return (spec, folder, note) => {
    const gaveUp = new Set<string>();
    return (round) => {
      for (const tool of [sailkit(), sailkit("sailkit --docs", "--docs"), ...peers]) {
        if (gaveUp.has(tool.name) || (tool.isSlow && round > 0)) continue;
        const out = path.join(folder, tool.name);
        rmSync(out, { recursive: true, force: true });
        try {
          note("cold", tool.name, out, measure(tool.command(spec.file, out), folder));
        } catch (error) {
          gaveUp.add(tool.name);
          fail(`${tool.name} on ${spec.name}: ${error instanceof Error ? error.message : error}`);
        }
      }
    };
  };
}

/** After the cold run of the round. */
function unchangedRun(spec: BenchSpec, folder: string, note: Note): () => void {
  const out = path.join(folder, "sailkit");
  return () => note("unchanged, by the lock", "sailkit", out, measure(sailkit().command(spec.file, out), folder));
}

function changedRun(spec: BenchSpec, folder: string, note: Note): () => void {
  const out = path.join(folder, "sailkit");
  // The file keeps its name, and with it the package keeps its folder.
  const kept = path.join(folder, `kept${path.extname(spec.file)}`);
  copyFileSync(spec.file, kept);
  return () => {
    copyFileSync(spec.changed, spec.file);
    note("one operation changed", "sailkit", out, measure(sailkit().command(spec.file, out), folder));
    copyFileSync(kept, spec.file);
  };
}

function turboRun(spec: BenchSpec, folder: string, note: Note): () => void {
  const workspace = path.join(folder, "turbo");
  const command = turboWorkspace(spec.file, workspace);
  measure(command, workspace);
  const out = path.join(workspace, "packages/beta-client/src/generated");
  return () => note("unchanged, by turbo", "sailkit", out, measure(command, workspace));
}

function templateRun(spec: BenchSpec, folder: string, note: Note): () => void {
  const out = path.join(folder, "templated");
  const templates = templateVersions(path.join(folder, "templates"));
  const command = sailkit("sailkit", "--templates", templates.folder).command(spec.file, out);
  measure(command, folder);
  return () => {
    templates.change();
    note("template changed", "sailkit", out, measure(command, folder));
  };
}

function toRow(spec: BenchSpec, { scenario, tool, out, found }: Run, peer: readonly Measurement[]): ScenarioRow {
  const seconds = median(found.map((run) => run.seconds)) ?? 0;
  const cpuSeconds = median(found.map((run) => run.cpuSeconds));
  return {
    spec: spec.name,
    scenario,
    tool,
    rounds: found.length,
    seconds,
    cpuSeconds,
    peakMegabytes: median(found.map(({ peakMegabytes }) => peakMegabytes)),
    megabytesWritten: bytesBelow(out) / 2 ** 20,
    ratio: quotient(seconds, median(peer.map((run) => run.seconds))),
    cpuRatio: quotient(cpuSeconds, median(peer.map((run) => run.cpuSeconds))),
  };
}
