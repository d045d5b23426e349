import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkDependency } from "../../../src/emit/package/link-dependency.ts";
import { type GeneratedDocs, generateDocs } from "./generated-docs.ts";
import { pageFindings } from "./page-findings.ts";
import { runExamples } from "./run-examples.ts";
import { typeCheckExamples } from "./type-check-examples.ts";

const spec = path.join(process.env.SAILKIT_SPECS ?? "", "sailpoint-beta-2026-08-22.json.gz");
const isThere = process.env.SAILKIT_SPECS !== undefined && existsSync(spec);

/** Milliseconds that say that something runs away. Alone on two cores the command takes 4 to 5 s; tests run side by side. */
const BUDGET = 60_000;

describe.skipIf(!isThere)("docs of the whole beta API (SAILKIT_SPECS)", () => {
  let docs: GeneratedDocs;
  beforeAll(async () => {
    docs = await generateDocs(spec);
  }, 120_000);
  afterAll(() => docs?.remove());

  test("there is a page for each tag and model and a program for each operation, in time", () => {
    const count = (pattern: RegExp) => [...docs.files.keys()].filter((file) => pattern.test(file)).length;
    console.info(`docs of the whole beta API: ${docs.files.size} files in ${(docs.time / 1000).toFixed(1)} s`);
    expect(count(/^examples\//)).toBe(559);
    expect(count(/^models\/(?!index\.md)/)).toBe(728);
    expect(count(/^methods\/(?!index\.md)/)).toBeGreaterThan(70);
    expect(docs.time).toBeLessThan(BUDGET);
  });

  test("every program is strict TypeScript", () => {
    linkDependency(docs.root);
    const source = path.join(docs.root, "src/index.ts");
    const examples = path.join(docs.root, "docs/examples");
    const result = typeCheckExamples(docs.root, examples, { [docs.package]: source });
    console.info(`programs that type-check: ${result.errors === "" ? result.programs : 0} of 559`);
    expect(result).toEqual({ programs: 559, errors: "" });
  }, 60_000);

  test("every program runs, and sends the one request of its operation", async () => {
    const { programs, findings, hacked } = await runExamples(docs);
    console.info(`programs that run: ${programs - findings.length} of 559`);
    expect({ programs, findings, hacked }).toEqual({ programs: 559, findings: [], hacked: false });
  }, 60_000);

  test("every page compiles as MDX, leads nowhere else, and shows programs as they stand in their files", async () => {
    expect(await pageFindings(docs.files)).toEqual([]);
  }, 300_000);
});
