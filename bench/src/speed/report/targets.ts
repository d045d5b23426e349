import { quotient } from "../measure/quotient.ts";
import type { GrowthRow, ScenarioRow, SpeedResults } from "./results.ts";
import type { Target } from "./target.ts";

/** The limits that hold on the largest spec, and what was measured of them. */
export function targets({ scenarios, jvm = [], growth, consumers, declarations }: SpeedResults): Target[] {
  const spec = [...scenarios, ...consumers].at(-1)?.spec;
  const row = (scenario: string, tool = "sailkit") =>
    scenarios.find((one) => one.spec === spec && one.scenario === scenario && one.tool === tool);
  const [generated, inferred] = declarations.filter((one) => one.spec === spec);
  const jvmPeaks = jvm.filter((one) => one.spec === spec).map(({ peakMegabytes }) => peakMegabytes ?? 0);
  return [
    { name: "cold", limit: 0.9, ...relative(row("cold")) },
    { name: "cold with --docs", limit: 1.5, ...relative(row("cold", "sailkit --docs")) },
    { name: "unchanged, by the lock", limit: 0.3, ...absolute(row("unchanged, by the lock")) },
    { name: "unchanged, by turbo", limit: 0.5, ...absolute(row("unchanged, by turbo")) },
    { name: "one operation changed", limit: 1.6, ...absolute(row("one operation changed")) },
    {
      name: "memory of the JVM",
      unit: "MB",
      limit: 300,
      found: jvmPeaks.length > 0 ? Math.max(...jvmPeaks) : undefined,
    },
    {
      name: "twice the operations",
      unit: "× time",
      limit: 2.1,
      found: largestStep(growth, "seconds"),
      cpu: largestStep(growth, "cpuSeconds"),
    },
    ...compilerTargets(consumers.filter((one) => one.spec === spec)),
    {
      name: "declarations of the operations",
      unit: "× inferred",
      limit: 0.5,
      found: generated && inferred && generated.bytes / inferred.bytes,
    },
  ];
}

function relative(row: ScenarioRow | undefined): Pick<Target, "found" | "cpu" | "unit"> {
  return { unit: "× hey-api", found: row?.ratio, cpu: row?.cpuRatio };
}

function absolute(row: ScenarioRow | undefined): Pick<Target, "found" | "cpu" | "unit"> {
  return { unit: "s", found: row?.seconds, cpu: row?.cpuSeconds };
}

function largestStep(growth: readonly GrowthRow[], of: "seconds" | "cpuSeconds"): number | undefined {
  const own = growth.filter(({ tool }) => tool === "sailkit");
  const steps = own.slice(1).flatMap((row, index) => quotient(row[of], own[index]?.[of]) ?? []);
  return steps.length > 0 ? Math.max(...steps) : undefined;
}

function compilerTargets(rows: SpeedResults["consumers"]): Target[] {
  return [...new Set(rows.map(({ compiler }) => compiler))].flatMap((compiler) => {
    const of = (client: string) => rows.find((row) => row.compiler === compiler && row.client === client);
    const [own, peer] = [of("sailkit"), of("hey-api")];
    return [
      {
        name: `TypeScript ${compiler}, time`,
        unit: "× hey-api",
        limit: 1,
        found: quotient(own?.seconds, peer?.seconds),
        cpu: quotient(own?.cpuSeconds, peer?.cpuSeconds),
      },
      {
        name: `TypeScript ${compiler}, memory`,
        unit: "× hey-api",
        limit: 1,
        found: quotient(own?.peakMegabytes, peer?.peakMegabytes),
      },
    ];
  });
}
