import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inRepository } from "../../../src/config/in-repository.ts";
import { diffSpecs } from "../../../src/diff/diff-specs.ts";
import { configuredPolicy } from "../../../src/diff/policy/configured-policy.ts";
import { readSide } from "../../../src/diff/read-side.ts";
import { countLevels } from "../../../src/diff/report/count-levels.ts";
import type { SpecSide } from "../../../src/diff/spec-side.ts";
import type { JsonObject } from "../../../src/spec/json.ts";
import { findHistory } from "./find-history.ts";
import { judgeStep } from "./judge-step.ts";
import { replayHistory } from "./replay-history.ts";

const taskManagement = findHistory("task-management");
const full = findHistory("full");
const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };
const read = (spec: string) => readSide({ spec, overlay: undefined, allowRefs: [] }, silent);

/** The verdict of each step, as docs/history.md has it. */
function documented(): string[] {
  const rows = readFileSync(inRepository("docs/history.md"), "utf8").matchAll(
    /^\| (\d{4}.*?) \| (.*?) \| \*\*(\w+)\*\* \|/gm,
  );
  return [...rows].map((row) => row.slice(1).join(" | "));
}

test.skipIf(taskManagement.length === 0)(
  "docs/history.md has the verdicts of today",
  async () => {
    const verdicts: string[] = [];
    for (const specs of [taskManagement, full]) {
      let before: { side: SpecSide; name: string } | undefined;
      for (const spec of specs) {
        const version = { side: await read(spec), name: (spec.split(/[\\/]/).pop() ?? "").slice(0, 10) };
        if (before) {
          const { bump, changes } = await diffSpecs(before.side, version.side, await configuredPolicy());
          verdicts.push(`${before.name} → ${version.name} | ${countLevels(changes) || "none"} | ${bump}`);
        }
        before = version;
      }
    }
    expect(verdicts).toEqual(documented());
  },
  120_000,
);

test.skipIf(taskManagement.length === 0)(
  "the verdicts of three steps agree with the compiler: of types, of documentation, of types again",
  async () => {
    const some = taskManagement.filter((spec) => /2024-05|2024-06|2024-09/.test(spec));
    const steps = await replayHistory(some);
    expect(steps.map(({ to, diff, broken }) => [to, diff.bump, broken.length > 0])).toEqual([
      ["2024-06-11", "patch", false],
      ["2024-06-25", "major", true],
      ["2024-09-26", "patch", false],
    ]);
    expect(steps.flatMap(judgeStep)).toEqual([]);
  },
  120_000,
);

test.skipIf(full.length === 0)(
  "the order of keys in the whole API changes nothing",
  async () => {
    const side = await read(full.at(-1) as string);
    const shuffled = JSON.parse(JSON.stringify(side.document), (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as JsonObject;
    const { prepareSpec } = await import("../../../src/spec/transforms/prepare-spec.ts");
    const other = { document: shuffled, prepared: prepareSpec(shuffled) };
    expect(await diffSpecs(side, other)).toEqual({ bump: "none", changes: [] });
    expect(await diffSpecs(side, side)).toEqual({ bump: "none", changes: [] });
  },
  60_000,
);
