import { writeFileSync } from "node:fs";
import path from "node:path";
import { measure } from "../measure/measure.ts";
import type { Measurement } from "../measure/measurement.ts";
import { median } from "../measure/median.ts";
import type { ConsumerRow } from "../report/results.ts";
import type { BenchSpec } from "../specs/bench-spec.ts";
import { peers } from "../tools/peers.ts";
import { sailkit } from "../tools/sailkit.ts";
import { compilers } from "./compilers.ts";
import { consumerCalls } from "./consumer-calls.ts";
import { consumerClients } from "./consumer-clients.ts";
import { consumerFolder } from "./consumer-folder.ts";

/**
 * What the compilers take for a program that imports a whole generated client.
 * @param fail hears of a tool that gives up, or whose client does not compile; it has no rows then
 */
export function measureConsumers(
  spec: BenchSpec,
  rounds: number,
  parent: string,
  fail: (reason: string) => void,
): ConsumerRow[] {
  const calls = consumerCalls[spec.name];
  if (calls === undefined) return [];
  const programs = consumerClients.flatMap((client) => {
    const folder = consumerFolder(path.join(parent, spec.name, client.name), ["program.ts"]);
    writeFileSync(path.join(folder, "program.ts"), client.program(calls));
    const works = attempt(`${client.tool} on ${spec.name}`, () => {
      const tool = [sailkit(), ...peers].find(({ name }) => name === client.tool);
      if (tool) measure(tool.command(spec.file, path.join(folder, "client")), folder);
      const tsc = compilers[0]?.tsc ?? "";
      if (client.isBuilt) measure([process.execPath, tsc, "-p", path.join(folder, "client")], folder);
    });
    return works ? [{ name: client.name, folder }] : [];
  });
  return compilers.flatMap(({ version, tsc }) => {
    const runs = programs.map((program) => ({ ...program, found: [] as Measurement[], isBroken: false }));
    for (let round = 0; round < rounds; round += 1) {
      for (const run of runs.filter(({ isBroken }) => !isBroken)) {
        const check = () => run.found.push(measure([process.execPath, tsc, "-p", run.folder], run.folder));
        run.isBroken = !attempt(`TypeScript ${version}, ${run.name} on ${spec.name}`, check);
      }
    }
    return runs
      .filter(({ isBroken }) => !isBroken)
      .map(({ name, found }) => ({
        spec: spec.name,
        compiler: version,
        client: name,
        seconds: median(found.map(({ seconds }) => seconds)) ?? 0,
        cpuSeconds: median(found.map(({ cpuSeconds }) => cpuSeconds)),
        peakMegabytes: median(found.map(({ peakMegabytes }) => peakMegabytes)),
      }));
  });

  function attempt(what: string, run: () => unknown): boolean {
    try {
      run();
      return true;
    } catch (error) {
      fail(`${what}: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }
}
