import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runGenerate } from "../../src/cli/run-generate.ts";
import { lint } from "../../src/commands/templates/lint.ts";
import { inRepository } from "../../src/config/in-repository.ts";
import { prepareRuntime } from "../../src/java/prepare-runtime.ts";
import { startRendering } from "../../src/java/start-rendering.ts";
import { chooseTemplates } from "../../src/template/choose-templates.ts";
import { readTemplates } from "../../src/template/language/template-set.ts";
import { templateFolders } from "../../src/template/template-folders.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sailkit-layers-"));
const layer = path.join(folder, "ours");
const spec = inRepository("generator/test/fixtures/features/nullable-3-0.yaml");

beforeAll(() => {
  const ours = readFileSync(inRepository("templates/client/banner.mustache"), "utf8");
  mkdirSync(path.join(layer, "client"), { recursive: true });
  writeFileSync(path.join(layer, "client/banner.mustache"), ours.replace("// Generated", "// Forked. Generated"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a folder layered over our templates replaces one of them, and nothing else", { timeout: 60_000 }, async () => {
  const [plain, forked] = [path.join(folder, "plain"), path.join(folder, "forked")];
  const made = await Promise.all([
    runGenerate([], { spec, out: plain, quiet: true }),
    runGenerate([], { spec, out: forked, quiet: true, templates: [layer] }),
  ]);
  expect(made).toEqual([0, 0]);
  const read = (out: string) => readFileSync(path.join(out, "src/generated/models.ts"), "utf8");
  expect(read(forked)).toBe(read(plain).replace("// Generated", "// Forked. Generated"));
  // The lock knows which templates made the output.
  expect(await runGenerate([], { spec, out: forked, quiet: true, templates: [layer], check: true })).toBe(0);
  expect(await runGenerate([], { spec, out: forked, quiet: true, check: true })).toBe(1);
});

test("a layered template is held to the rules, and named by its own file", () => {
  writeFileSync(
    path.join(layer, "client/doc.mustache"),
    "{{! Prints nothing. }}\n{{! Expects nothing. }}\n{{nothing}}\n",
  );
  const { findings } = lint({ layers: [layer] });
  expect(findings.map(({ file, rule }) => [path.resolve(file), rule])).toEqual([
    [path.join(layer, "client/doc.mustache"), "triple-braces"],
    [path.join(layer, "client/doc.mustache"), "unknown-variable"],
  ]);
});

test("a layer that is no folder is refused, a template can be named in several ways", () => {
  expect(() => templateFolders([path.join(folder, "nowhere")])).toThrow("which is no folder");
  const set = readTemplates(templateFolders());
  const expected = ["client/banner.mustache"];
  for (const name of [
    "client/banner",
    "client/banner.mustache",
    "banner",
    inRepository("templates/client/banner.mustache"),
  ])
    expect(chooseTemplates(set, [name])).toEqual(expected);
  expect(() => chooseTemplates(set, ["bannr"])).toThrow("There is no template bannr.mustache.");
});

test("a JVM that waits for its skeleton renders the templates as they are when it gets it", {
  timeout: 60_000,
}, async () => {
  const templates = path.join(folder, "live");
  mkdirSync(templates);
  for (const name of ["a", "b"]) writeFileSync(path.join(templates, `${name}.mustache`), `${name} before\n`);
  const files = ["a", "b"].map(
    (name) => ({ template: `${name}.mustache`, type: "supporting", destination: `${name}.txt` }) as const,
  );
  const rendering = startRendering({ templates, files, runtime: prepareRuntime(), heap: 256 });
  await rendering.replaceTemplates(
    new Map([
      ["a.mustache", "{{> c}}\n"],
      ["c.mustache", "after {{{x-sailkit-a}}}\n"],
    ]),
    ["a.mustache"],
  );
  const item = { get: { operationId: "a", tags: ["a"], responses: { 200: { description: "" } } } };
  await rendering.deliver({
    openapi: "3.0.3",
    info: { title: "a", version: "1" },
    paths: { "/a": item },
    "x-sailkit-a": "one",
  });
  const out = path.join(folder, "live-out");
  await rendering.collect(out);
  expect(readFileSync(path.join(out, "a.txt"), "utf8").trim()).toBe("after one");
  expect(readFileSync(path.join(out, "b.txt"), "utf8")).toBe("");
});
