import path from "node:path";
import { generate } from "../../../generator/src/commands/generate.ts";
import type { Finding } from "../../../generator/src/spec/finding.ts";
import type { BreadthRow } from "./breadth-row.ts";
import type { SpecFile } from "./find-specs.ts";

/** Generates a stand-alone package from a spec into a folder of its own below `outDir`. Never throws. */
export async function generateSpec(spec: SpecFile, outDir: string): Promise<BreadthRow> {
  const slug = spec.name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const root = path.join(outDir, slug);
  const warnings: Finding[] = [];
  const started = performance.now();
  const row = (rest: Pick<BreadthRow, "outcome" | "operations" | "reason">): BreadthRow => ({
    spec: spec.name,
    bytes: spec.bytes,
    warnings: warnings.length,
    ms: Math.round(performance.now() - started),
    slug,
    ...rest,
  });
  const target = {
    name: spec.name,
    spec: spec.file,
    overlay: undefined,
    root,
    extent: "package",
    docs: false,
    allowRefs: [],
    command: "sailkit generate --spec FILE --out DIR",
  } as const;
  const reporter = {
    stage: async <T>(_: string, work: () => T | Promise<T>) => work(),
    record: () => {},
    warn: (finding: Finding) => void warnings.push(finding),
    summary: () => {},
    fail: () => {},
    timings: () => [],
  };
  try {
    const { operations } = await generate(target, { force: true }, reporter);
    return row({ outcome: "generated", operations, reason: "" });
  } catch (error) {
    const refused = error instanceof Error && error.name === "SpecRefusal";
    return row({ outcome: refused ? "refused" : "crashed", operations: 0, reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const findings = (error as { findings?: readonly (Finding & { path?: string; kind?: string })[] }).findings;
  const [first] = findings ?? [];
  if (!first) return error.stack?.split("\n").slice(0, 3).join(" ") ?? error.message;
  const more = findings && findings.length > 1 ? ` (and ${findings.length - 1} more)` : "";
  return `${first.rule ?? first.kind}: ${first.pointer ?? first.path} ${first.message}${more}`;
}
