import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { measure } from "../measure/measure.ts";
import { median } from "../measure/median.ts";
import type { GrowthRow } from "../report/results.ts";
import { countOperations } from "../specs/count-operations.ts";
import { multiplySpec } from "../specs/multiply-spec.ts";
import type { Tool } from "../tools/tool.ts";

/** What a cold run takes when a spec has twice and four times as many operations and schemas. */
export function measureGrowth(
  document: Record<string, unknown>,
  tools: readonly Tool[],
  rounds: number,
  folder: string,
): GrowthRow[] {
  const sizes = [1, 2, 4].map((times) => {
    const large = multiplySpec(document, times);
    const spec = path.join(folder, `times-${times}.json`);
    writeFileSync(spec, JSON.stringify(large));
    return { spec, operations: countOperations(large) };
  });
  const runs = tools.flatMap((tool) =>
    sizes.map((size) => ({ tool, ...size, found: [] as ReturnType<typeof measure>[] })),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const { tool, spec, found } of runs) {
      const out = path.join(folder, "growth");
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out);
      found.push(measure(tool.command(spec, path.join(out, "client")), folder));
    }
  }
  return runs.map(({ tool, operations, found }) => ({
    tool: tool.name,
    operations,
    seconds: median(found.map(({ seconds }) => seconds)) ?? 0,
    cpuSeconds: median(found.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: median(found.map(({ peakMegabytes }) => peakMegabytes)),
  }));
}
