import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRepository } from "../../src/config/in-repository.ts";
import { prepareRuntime } from "../../src/java/prepare-runtime.ts";
import { type BuiltSpec, buildTogether } from "./build-together.ts";
import { typeErrors } from "./type-errors.ts";
import { writePackages } from "./write-packages.ts";

const features = inRepository("generator/test/fixtures/features");
const specs = readdirSync(features)
  .filter((file) => /\.(?:yaml|json)$/.test(file))
  .map((file) => path.join(features, file));

let root: string;
let built: Map<string, BuiltSpec>;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "sailkit-breadth-"));
  built = await buildTogether(specs, prepareRuntime());
  await writePackages(root, built);
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }));

test("every one-feature spec gives a package", () => {
  expect([...built.keys()].sort()).toEqual([...specs].sort());
  expect([...built.values()].filter(({ files }) => !files.has("index.ts"))).toEqual([]);
});

test.each(["7", "5.9"] as const)("all packages type-check with TypeScript %s", { timeout: 60_000 }, async (version) => {
  expect(await typeErrors(root, version)).toEqual([]);
});

test("no public type of any package is any", () => {
  const loose = [...built].flatMap(([spec, { files }]) =>
    [...files]
      .filter(([, text]) => /[:<|&(,]\s*any\b/.test(text.replace(/\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"/g, "")))
      .map(([file]) => `${path.basename(spec)} ${file}`),
  );
  expect(loose).toEqual([]);
});
