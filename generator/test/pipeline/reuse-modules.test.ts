import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Target } from "../../src/config/target.ts";
import type { Lock } from "../../src/emit/lock/lock.ts";
import { sha256 } from "../../src/emit/lock/sha256.ts";
import { type EarlierRun, reuseModules } from "../../src/pipeline/reuse-modules.ts";
import type { JsonObject } from "../../src/spec/json.ts";

const root = mkdtempSync(path.join(tmpdir(), "sailkit-reuse-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const target = { root, docs: false } as Target;
const inputs = { spec: { file: "a.json", sha256: "1" }, files: [], overlay: null, templates: "t", generator: "g" };
const current = { inputs, tools: { typescript: "5.9.3" }, jar: { version: "7", sha256: "j" } };
const TYPES: JsonObject = { components: { schemas: { Cat: { type: "object" } } } };
const SCHEMA = "src/generated/schema.ts";
const CATS = "src/generated/operations/cats.ts";
const DOGS = "src/generated/operations/dogs.ts";

function skeleton(dog: string, first = 0): JsonObject {
  const operation = (tag: string, index: number, text: string) => ({
    get: { operationId: `o${first + index}`, tags: [tag], "x-sailkit-operation": { text } },
  });
  return {
    paths: {
      "/o0": operation("cats", 0, "purr"),
      "/o1": operation("cats", 1, "meow"),
      "/o2": operation("dogs", 2, dog),
    },
    "x-sailkit-banner": { source: "a.json" },
    "x-sailkit-manifest": [dog],
  };
}

const BLOCK = "export interface components {\n    schemas: {\n        Cat: {\n            a: 1;\n        };\n    };\n";
const SCHEMA_TEXT = `export interface paths {\n}\n${BLOCK}    responses: never;\n}\n`;

/** What a run over `skeleton("bark")` leaves. */
function earlierRun(changes: Partial<Lock> = {}): EarlierRun {
  mkdirSync(path.join(root, "src/generated/operations"), { recursive: true });
  writeFileSync(path.join(root, SCHEMA), SCHEMA_TEXT);
  writeFileSync(path.join(root, CATS), "cats");
  writeFileSync(path.join(root, DOGS), "dogs");
  const { modules } = reuseModules(target, skeleton("bark"), TYPES, undefined);
  const output = { [SCHEMA]: sha256(SCHEMA_TEXT), [CATS]: sha256("cats"), [DOGS]: sha256("dogs") };
  return { lock: { version: 1, operations: 3, ...current, modules, output, ...changes }, current };
}

test("a module whose operations are the same is taken over, wherever they are counted", () => {
  const reused = reuseModules(target, skeleton("woof", 5), TYPES, earlierRun());

  expect([...reused.files]).toEqual([[CATS, "cats"]]);
  expect(Object.keys(reused.skeleton.paths as JsonObject)).toEqual(["/o2"]);
  expect(reused.skeleton["x-sailkit-manifest"]).toEqual(["woof"]);
});

test("the schemas are taken over while none of them changes", () => {
  const changed = { components: { schemas: { Cat: { type: "string" } } } };

  expect(reuseModules(target, skeleton("woof"), { ...TYPES, paths: {} }, earlierRun()).schemas).toBe(BLOCK);
  expect(reuseModules(target, skeleton("woof"), changed, earlierRun()).schemas).toBeUndefined();
});

test("nothing is left to render where only the root has changed", () => {
  const reused = reuseModules(target, { ...skeleton("bark"), "x-sailkit-manifest": [] }, TYPES, earlierRun());

  expect([...reused.files.keys()]).toEqual([CATS, DOGS]);
  expect(reused.skeleton.paths).toEqual({});
});

test.each<[string, EarlierRun]>([
  ["other templates", earlierRun({ inputs: { ...inputs, templates: "other" } })],
  ["another generator", earlierRun({ inputs: { ...inputs, generator: "other" } })],
  ["another tool", earlierRun({ tools: { typescript: "6" } })],
  ["another jar", earlierRun({ jar: { version: "8", sha256: "k" } })],
  [
    "a file edited by hand",
    earlierRun({ output: { [SCHEMA]: sha256("other"), [CATS]: sha256("other"), [DOGS]: sha256("other") } }),
  ],
  [
    "a lock of before there were modules",
    (({ lock: { modules: _, ...lock }, current }) => ({ lock, current }))(earlierRun()),
  ],
])("nothing is taken over after %s", (_, earlier) => {
  const reused = reuseModules(target, skeleton("bark"), TYPES, earlier);

  expect(reused.files.size).toBe(0);
  expect(reused.schemas).toBeUndefined();
  expect(Object.keys(reused.skeleton.paths as JsonObject)).toEqual(["/o0", "/o1", "/o2"]);
});

test("what every module prints is part of what it is rendered from", () => {
  const renamed = { ...skeleton("bark"), "x-sailkit-banner": { source: "b.json" } };

  expect(reuseModules(target, renamed, TYPES, earlierRun()).files.size).toBe(0);
});

test("reference pages and templates of a fork are always rendered whole", () => {
  for (const change of [{ docs: true }, { templates: ["/fork"] }]) {
    expect(reuseModules({ ...target, ...change }, skeleton("bark"), TYPES, earlierRun())).toEqual({
      skeleton: skeleton("bark"),
      files: new Map(),
      schemas: undefined,
      modules: {},
    });
  }
});
