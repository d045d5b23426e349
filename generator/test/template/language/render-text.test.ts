import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { inRepository } from "../../../src/config/in-repository.ts";
import { readTargets } from "../../../src/config/read-targets.ts";
import { prepareRuntime } from "../../../src/java/prepare-runtime.ts";
import { renderTemplates } from "../../../src/java/render-templates.ts";
import { templateFiles } from "../../../src/pipeline/template-files.ts";
import { renderText } from "../../../src/template/language/render-text.ts";
import { readTemplates, templateSet } from "../../../src/template/language/template-set.ts";
import { readSkeleton } from "../../../src/template/read-skeleton.ts";
import { renderedScopes } from "../../../src/template/rendered-scopes.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sailkit-render-text-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const templates = inRepository("templates");
const features = "generator/test/fixtures/features";
const specs = [
  "tag-several",
  "request-media-types",
  "collection-data",
  "text-everywhere",
  "server-variables",
  "paths-empty",
];

test("what is rendered in this process is what openapi-generator renders, byte for byte", {
  timeout: 60_000,
}, async () => {
  const [own] = await readTargets([]);
  if (!own) throw new Error("There is no target.");
  const runtime = prepareRuntime();
  const fixtures = specs.map((name) => ({
    ...own,
    spec: inRepository(`${features}/${name}.yaml`),
    overlay: undefined,
  }));
  const set = readTemplates([templates]);
  const files = templateFiles({ docs: true });
  for (const [index, target] of [own, ...fixtures].entries()) {
    const skeleton = await readSkeleton(target);
    const outDir = path.join(folder, String(index));
    const { written } = await renderTemplates({ skeleton, templates, files, outDir, runtime });
    const expected = written.map((name): [string, string] => [name, readFileSync(path.join(outDir, name), "utf8")]);
    const found = files.flatMap((file) =>
      renderedScopes(skeleton, file).map(({ destination, scopes }): [string, string] => [
        destination,
        renderText(set, file.template, scopes),
      ]),
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  }
  expect(globSync("*", { cwd: folder })).toHaveLength(specs.length + 1);
});

test("lists know their first and last item, names are looked up further out, an empty text is true", () => {
  const set = templateSet(
    new Map([
      [
        "a.mustache",
        [
          "{{#list}}",
          "{{name}}{{outer}}{{^-last}},{{/-last}}{{#-first}} first{{/-first}} {{-index}}",
          "{{> b}}",
          "{{/list}}",
          "{{#text}}yes{{/text}}{{^none}}no{{/none}} {{a.b}}",
        ].join("\n"),
      ],
      ["b.mustache", "({{{name}}})\n"],
    ]),
  );
  const data = { list: [{ name: "x" }, { name: "y" }], outer: "!", text: "", none: [], a: { b: "deep" } };
  expect(renderText(set, "a.mustache", [data])).toBe("x!, first 1\n(x)\ny! 2\n(y)\nyesno deep");
});

test("an observer learns which sections were reached and where output comes from", () => {
  const set = templateSet(new Map([["a.mustache", "a\n{{#yes}}\nb {{{text}}}\n{{/yes}}\n{{^yes}}\nc\n{{/yes}}\n"]]));
  const sections: [number, boolean][] = [];
  const places: [number, number][] = [];
  renderText(set, "a.mustache", [{ yes: true, text: "t" }], {
    section: (_, { line }, printed) => void sections.push([line, printed]),
    printed: (offset, { line }) => void places.push([offset, line]),
  });
  expect(sections).toEqual([
    [2, true],
    [5, false],
  ]);
  expect(places).toEqual([
    [0, 1],
    [2, 3],
    [4, 3],
    [5, 3],
  ]);
});
