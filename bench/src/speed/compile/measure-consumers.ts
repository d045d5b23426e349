import { measure } from "../measure/measure.ts";
import type { Measurement } from "../measure/measurement.ts";
import { median } from "../measure/median.ts";
import type { ConsumerRow } from "../report/results.ts";
import type { BenchSpec } from "../specs/bench-spec.ts";
import { attempt } from "./attempt.ts";
import { compilers } from "./compilers.ts";
import { consumerCalls } from "./consumer-calls.ts";
import { prepareConsumers } from "./prepare-consumers.ts";

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
  const programs = prepareConsumers(spec, calls, parent, fail);
  return compilers.flatMap(({ version, tsc }) => {
    const runs = programs.map((program) => ({ ...program, found: [] as Measurement[], isBroken: false }));
    for (let round = 0; round < rounds; round += 1) {
      for (const run of runs.filter(({ isBroken }) => !isBroken)) {
        const check = () => run.found.push(measure([process.execPath, tsc, "-p", run.folder], run.folder));
        run.isBroken = !attempt(`TypeScript ${version}, ${run.name} on ${spec.name}`, fail, check);
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
}
