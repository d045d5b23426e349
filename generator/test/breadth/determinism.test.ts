import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { inRepository } from "../../src/config/in-repository.ts";
import { prepareRuntime } from "../../src/java/prepare-runtime.ts";
import { isObject, type Json, type JsonObject } from "../../src/spec/json.ts";
import { readSpec } from "../../src/spec/read/read-spec.ts";
import { setOwn } from "../../src/spec/transforms/canonicalize.ts";
import { buildTogether } from "./build-together.ts";
import { numbers } from "./random/numbers.ts";

const root = mkdtempSync(path.join(tmpdir(), "sailkit-order-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A copy with the keys of every object in another order. */
function shuffled(value: Json | undefined, next: () => number): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, next) as Json);
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  const order = Object.keys(value).map((key): [number, string] => [next(), key]);
  for (const [, key] of order.sort(([a], [b]) => a - b)) setOwn(copy, key, shuffled(value[key], next));
  return copy;
}

async function shuffledFile(file: string, folder: string, seed: number): Promise<string> {
  const { document } = await readSpec(file);
  mkdirSync(folder, { recursive: true });
  const written = path.join(folder, `${path.basename(file).replace(/\.\w+$/, "")}.json`);
  writeFileSync(written, JSON.stringify(shuffled(document, numbers(seed))));
  return written;
}

function tree(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "sailkit.lock.json")
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]),
  );
}

test("H20: the order of keys changes nothing in any one-feature spec", { timeout: 60_000 }, async () => {
  const features = inRepository("generator/test/fixtures/features");
  const specs = readdirSync(features).map((file) => path.join(features, file));
  specs.push(inRepository("spec/openapi.beta.yaml"));
  const runs = [];
  for (const seed of [1, 2]) {
    const files = await Promise.all(specs.map((file) => shuffledFile(file, path.join(root, `seed ${seed}`), seed)));
    const built = await buildTogether(files, prepareRuntime());
    runs.push(
      files.map((file) => ({ spec: path.basename(file), files: Object.fromEntries(built.get(file)?.files ?? []) })),
    );
  }
  expect(runs[0]).toEqual(runs[1]);
});

test("H20: neither do the folder, the locale, nor the time zone", { timeout: 60_000 }, async () => {
  const spec = inRepository("spec/openapi.beta.yaml");
  const outputs = [];
  const places = [
    ["a", { TZ: "UTC", LC_ALL: "C" }],
    ["b ü/deep", { TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8" }],
  ] as const;
  for (const [index, [place, settings]] of places.entries()) {
    const folder = path.join(root, place);
    const file = await shuffledFile(spec, folder, index);
    const out = path.join(folder, "out");
    const command = [inRepository("generator/bin/sailkit.ts"), "generate", "--spec", file, "--out", out, "--quiet"];
    await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...settings }, cwd: folder });
    outputs.push(tree(out));
  }
  expect(outputs[0]?.size).toBeGreaterThan(20);
  expect(outputs[0]).toEqual(outputs[1]);
});
