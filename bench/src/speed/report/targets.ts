import type { GrowthRow, SpeedResults } from "./results.ts";
import type { Target } from "./target.ts";

/** The limits that hold on the largest spec, and what was measured of them. */
export function targets({ scenarios, jvm = [], growth, consumers, declarations }: SpeedResults): Target[] {
  const spec = [...scenarios, ...consumers].at(-1)?.spec;
  const row = (scenario: string, tool = "sailkit") =>
    scenarios.find((one) => one.spec === spec && one.scenario === scenario && one.tool === tool);
  const [generated, inferred] = declarations.filter((one) => one.spec === spec);
  const jvmPeaks = jvm.filter((one) => one.spec === spec).map(({ peakMegabytes }) => peakMegabytes ?? 0);
  return [
    { name: "cold", unit: "× hey-api", limit: 0.9, found: row("cold")?.ratio },
    { name: "cold with --docs", unit: "× hey-api", limit: 1.5, found: row("cold", "sailkit --docs")?.ratio },
    { name: "unchanged, by the lock", unit: "s", limit: 0.3, found: row("unchanged, by the lock")?.seconds },
    { name: "unchanged, by turbo", unit: "s", limit: 0.5, found: row("unchanged, by turbo")?.seconds },
    { name: "one operation changed", unit: "s", limit: 1.6, found: row("one operation changed")?.seconds },
    {
      name: "memory of the JVM",
      unit: "MB",
      limit: 300,
      found: jvmPeaks.length > 0 ? Math.max(...jvmPeaks) : undefined,
    },
    { name: "twice the operations", unit: "× time", limit: 2.1, found: largestStep(growth) },
    ...compilerTargets(consumers.filter((one) => one.spec === spec)),
    {
      name: "declarations of the operations",
      unit: "× inferred",
      limit: 0.5,
      found: generated && inferred && generated.bytes / inferred.bytes,
    },
  ];
}

function largestStep(growth: readonly GrowthRow[]): number | undefined {
  const own = growth.filter(({ tool }) => tool === "sailkit");
  const steps = own.slice(1).map(({ seconds }, index) => seconds / (own[index]?.seconds ?? Number.NaN));
  return steps.length > 0 ? Math.max(...steps) : undefined;
}

function compilerTargets(rows: SpeedResults["consumers"]): Target[] {
  return [...new Set(rows.map(({ compiler }) => compiler))].flatMap((compiler) => {
    const of = (client: string) => rows.find((row) => row.compiler === compiler && row.client === client);
    const [own, peer] = [of("sailkit"), of("hey-api")];
    const ratio = (mine?: number, theirs?: number) => (mine && theirs ? mine / theirs : undefined);
    return [
      {
        name: `TypeScript ${compiler}, time`,
        unit: "× hey-api",
        limit: 1,
        found: ratio(own?.seconds, peer?.seconds),
      },
      {
        name: `TypeScript ${compiler}, memory`,
        unit: "× hey-api",
        limit: 1,
        found: ratio(own?.peakMegabytes, peer?.peakMegabytes),
      },
    ];
  });
}
