import { existsSync } from "node:fs";
import path from "node:path";
import { jvmPeak } from "../measure/jvm-peak.ts";
import type { JvmRow } from "../report/results.ts";
import type { BenchSpec } from "../specs/bench-spec.ts";
import { sailkit } from "../tools/sailkit.ts";

/** The memory of the JVM in runs of sailkit; undefined where the system does not tell. */
export async function measureJvm(specs: readonly BenchSpec[], folder: string): Promise<JvmRow[] | undefined> {
  if (!existsSync("/proc/self/task")) return undefined;
  const rows: JvmRow[] = [];
  for (const { name, file } of specs) {
    const out = path.join(folder, `jvm-${name}`);
    const docs = path.join(folder, `jvm-docs-${name}`);
    for (const [scenario, command] of [
      ["cold", sailkit().command(file, out)],
      ["unchanged, by the lock", sailkit().command(file, out)],
      ["cold with --docs", sailkit("sailkit", "--docs").command(file, docs)],
    ] as const) {
      rows.push({ spec: name, scenario, peakMegabytes: await jvmPeak(command, folder) });
    }
  }
  return rows;
}
