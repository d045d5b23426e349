import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installPacked, type PackedProject } from "../src/packed/install-packed.ts";
import { renderMatrix } from "../src/runtimes/render-matrix.ts";
import { type RuntimeReport, runRuntime } from "../src/runtimes/run-runtime.ts";
import { runtimes } from "../src/runtimes/runtimes.ts";
import { cases } from "../src/suite/cases.ts";

const reports: RuntimeReport[] = [];
let project: PackedProject;

beforeAll(async () => {
  project = await installPacked();
});

afterAll(() => {
  project.remove();
  console.log(renderMatrix(reports));
});

describe.each(runtimes.map((runtime) => ({ name: runtime.name, runtime })))(
  "$name runs the packed packages (B01)",
  ({ runtime }) => {
    const missing = runtime.missing?.();
    let report: RuntimeReport | undefined;

    beforeAll(async () => {
      report = await runRuntime(runtime, project);
      reports.push(report);
    });

    test.skipIf(missing !== undefined).each(cases.map(({ name }, index) => ({ name, index })))("$name", ({ index }) => {
      expect(report?.outcomes[index]?.failure).toBeUndefined();
      expect(report?.outcomes[index]?.name).toBe(cases[index]?.name);
    });
  },
);
