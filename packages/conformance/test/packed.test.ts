import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundlePacked } from "../src/packed/bundle-packed.ts";
import { installPacked, type PackedProject } from "../src/packed/install-packed.ts";
import { runRuntime } from "../src/runtimes/run-runtime.ts";
import { runtimes } from "../src/runtimes/runtimes.ts";

let project: PackedProject;

beforeAll(async () => {
  project = await installPacked();
});

afterAll(() => project.remove());

test("a bundle holds the packed packages and nothing of the workspace's", async () => {
  const entry = path.join(import.meta.dirname, "../src/suite/entry-page.ts");
  const { metafile } = await bundlePacked(entry, project.folder);
  const inputs = Object.keys(metafile.inputs).filter((input) => !/conformance\/src\/suite\//.test(input));
  expect(inputs.filter((input) => !input.startsWith("node_modules/"))).toEqual([]);
  expect(inputs).toContain("node_modules/@sailkit/beta-sdk/dist/index.js");
  expect(inputs).toContain("node_modules/@sailkit/beta-client/dist/index.js");
});

describe("a package is found out that", () => {
  const node = runtimes.filter(({ name }) => name === "Node 24");
  const sdk = () => path.join(project.folder, "node_modules/@sailkit/beta-sdk/dist/index.js");
  let packed = "";

  beforeAll(() => {
    packed = readFileSync(sdk(), "utf8");
  });

  afterEach(() => writeFileSync(sdk(), packed));

  const run = async (code: string) => {
    writeFileSync(sdk(), `${packed}\n${code}\n`);
    const reports = await Promise.all(node.map((runtime) => runRuntime(runtime, project)));
    return reports.flatMap(({ outcomes }) => outcomes.flatMap(({ failure = [] }) => failure));
  };

  test.each([
    ["needs process", "export const here = process.cwd();", "reading 'cwd'"],
    ["needs Buffer", 'export const bytes = Buffer.from("a");', "reading 'from'"],
    ["needs AbortSignal.any", "export const any = AbortSignal.any([]);", "AbortSignal.any is not a function"],
    ["needs unref", "setTimeout(() => {}).unref();", "unref is not a function"],
  ])("%s", async (_, code, problem) => {
    await expect(run(code)).rejects.toThrow(problem);
  });

  test.each([
    ["starts a timer when it is imported", "setTimeout(() => {});", '["called setTimeout"]'],
    ["leaves a global behind", "globalThis.sailkit = 1;", '["defined globalThis.sailkit"]'],
  ])("%s", async (_, code, trace) => {
    const failures = await run(code);
    expect(failures.map((failure) => failure.split("\n")[0])).toEqual([`Error: got ${trace} instead of []`]);
  });
});
