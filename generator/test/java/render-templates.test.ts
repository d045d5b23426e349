import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { prepareRuntime } from "../../src/java/prepare-runtime.ts";
import { renderTemplates } from "../../src/java/render-templates.ts";
import type { TemplateFile } from "../../src/java/template-file.ts";
import type { Json } from "../../src/spec/json.ts";
import { fakeJava } from "./fake-java.ts";
import { mavenMirror } from "./maven-mirror.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const runtime = prepareRuntime();

/** Each must come out of `{{{.}}}` as it went in. */
const HOSTILE = [
  `q"uo'te`,
  "back\\slash \\n \\u0041",
  "{{x}} {{{y}}} {{>p}} {{=<% %>=}} {{/operations}}",
  "</script> <b> & &amp; &#39;",
  "line\nline\r\nline\ttab",
  "\u{1F600} é \u2028\u2029 \uFEFF \u202E \0",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the characters themselves are under test
  "$1 ${x} `tick` $& %s %n",
  "  blanks around  ",
  "",
  "*/ x /* // #",
  "2024-01-01",
  "1e3",
  "007",
  "true",
  "null",
  "~",
  "yes",
  "__proto__",
];

const FILES: readonly TemplateFile[] = [
  { template: "client/operations.mustache", type: "api", destination: "operations/{tag}.txt" },
  { template: "client/all.mustache", type: "supporting", destination: "all.txt" },
];

const OPERATIONS = `{{#operations.operation}}
{{#vendorExtensions.x-sailkit-module}}
module {{{title}}}
{{/vendorExtensions.x-sailkit-module}}
{{/operations.operation}}
{{#operations.operation}}
{{>client/operation}}
{{/operations.operation}}
models{{#x-sailkit-models}} {{{name}}}{{/x-sailkit-models}}
`;

const OPERATION = `{{#vendorExtensions.x-sailkit-operation}}
{{{httpMethod}}} {{{name}}}{{#old}} old{{/old}}{{^old}} new{{/old}}{{#none}} never{{/none}}
{{#lines}}
{{#-first}}({{/-first}}{{{text}}}{{^-last}},{{/-last}}{{#-last}}){{/-last}}
{{/lines}}
{{/vendorExtensions.x-sailkit-operation}}
`;

const ALL = `{{#apiInfo.apis}}
{{#operations.operation}}
{{{vendorExtensions.x-sailkit-operation.name}}}
{{/operations.operation}}
{{/apiInfo.apis}}
{{#x-sailkit-hostile}}
[{{{.}}}]
{{/x-sailkit-hostile}}
`;

function templates(files: Record<string, string> = {}): string {
  const folder = temporaryFolder();
  const all = { "operations.mustache": OPERATIONS, "operation.mustache": OPERATION, "all.mustache": ALL, ...files };
  mkdirSync(path.join(folder, "client"));
  for (const [name, text] of Object.entries(all)) writeFileSync(path.join(folder, "client", name), text);
  return folder;
}

function operation(name: string, tag: string, old: boolean, extra: Record<string, Json> = {}) {
  return {
    operationId: name,
    tags: [tag],
    responses: { default: { description: "" } },
    "x-sailkit-operation": { name, old, none: [], lines: [{ text: "a" }, { text: "b" }] },
    ...extra,
  };
}

const SKELETON = {
  openapi: "3.0.3",
  info: { title: "x", version: "1" },
  tags: [{ name: "zeta-2" }, { name: "alpha" }],
  paths: {
    "/z/{id}": {
      post: operation("delete", "zeta-2", true),
      get: operation("GetCap", "zeta-2", false, { "x-sailkit-module": { title: "Zeta" } }),
    },
    "/a": { head: operation("class", "alpha", false), get: operation("a", "zeta-2", false) },
  },
  "x-sailkit-models": [{ name: "M1" }, { name: "M2" }],
  "x-sailkit-hostile": HOSTILE,
};

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map((file) => path.join(file.parentPath, file.name))
      .map((file) => [path.relative(folder, file).replaceAll("\\", "/"), readFileSync(file, "utf8")]),
  );
}

describe("renderTemplates", { timeout: 60_000 }, () => {
  it("writes one file per tag and one per supporting template, in the order of the document, and nothing else", async () => {
    const outDir = path.join(temporaryFolder(), "new");
    const result = await renderTemplates({ skeleton: SKELETON, templates: templates(), files: FILES, outDir, runtime });
    expect(contents(outDir)).toEqual({
      "operations/zeta-2.txt":
        "module Zeta\nPOST delete old\n(a,\nb)\nGET GetCap new\n(a,\nb)\nGET a new\n(a,\nb)\nmodels M1 M2\n",
      "operations/alpha.txt": "HEAD class new\n(a,\nb)\nmodels M1 M2\n",
      "all.txt": `delete\nGetCap\na\nclass\n${HOSTILE.map((text) => `[${text}]\n`).join("")}`,
    });
    expect(result.written).toEqual(["operations/zeta-2.txt", "operations/alpha.txt", "all.txt"]);
  });

  it("leaves other files of the output folder alone, and works without operations", async () => {
    const outDir = temporaryFolder();
    writeFileSync(path.join(outDir, "mine.txt"), "kept");
    const skeleton = { openapi: "3.0.3", info: { title: "x", version: "1" }, paths: {}, "x-sailkit-hostile": ["a"] };
    await renderTemplates({ skeleton, templates: templates(), files: FILES, outDir, runtime });
    expect(contents(outDir)).toEqual({ "mine.txt": "kept", "all.txt": "[a]\n" });
  });

  it("H13: never follows a $ref under an extension", async () => {
    const server = await mavenMirror((_, response) => response.end("{}"));
    const $ref = `${server.url}/x.json#/y`;
    const data = { name: "r", old: false, none: { $ref }, lines: [{ text: "t", $ref: "../../secret.json" }] };
    const skeleton = {
      ...SKELETON,
      paths: { "/a": { get: operation("r", "alpha", false, { "x-sailkit-operation": data, "x-o": { $ref } }) } },
      "x-webhooks": { $ref },
      "x-sailkit-hostile": [{ $ref }],
    };
    const outDir = temporaryFolder();
    const all = "{{#x-sailkit-hostile}}\n{{{$ref}}}\n{{/x-sailkit-hostile}}\n";
    const folder = templates({ "all.mustache": all });
    await renderTemplates({ skeleton, templates: folder, files: FILES, outDir, runtime });
    expect(contents(outDir)["all.txt"]).toBe(`${$ref}\n`);
    expect(server.requests).toEqual([]);
  });

  it.skipIf(process.platform !== "linux")(
    "finds templates below a folder that is not ASCII, in any locale",
    async () => {
      const folder = path.join(temporaryFolder(), "modèles 模板");
      mkdirSync(folder);
      writeFileSync(path.join(folder, "a.mustache"), "é {{{x-sailkit-a}}}\n");
      const outDir = path.join(temporaryFolder(), "größe");
      const [before, files] = [process.env.LC_ALL, [{ ...FILES[1], template: "a.mustache" } as TemplateFile]];
      process.env.LC_ALL = "C";
      try {
        const skeleton = { openapi: "3.0.3", info: {}, paths: {}, "x-sailkit-a": "ü" };
        await renderTemplates({ skeleton, templates: folder, files, outDir, runtime });
      } finally {
        if (before === undefined) delete process.env.LC_ALL;
        else process.env.LC_ALL = before;
      }
      expect(contents(outDir)).toEqual({ "all.txt": "é ü\n" });
    },
  );

  it.each([
    ["operations.mustache", "{{#operations}}\n", "client/operations.mustache:1: {{#operations}} is never closed."],
    ["operation.mustache", "a\n\n{{/x}}\n", "client/operation.mustache:3: {{/x}} closes a section that was never"],
    ["all.mustache", "\n{{>client/no}}\n", "client/all.mustache:2: There is no partial client/no.mustache"],
    ["all.mustache", "{{{x}}\n", "client/all.mustache:1: {{{x}} lacks its third closing brace."],
  ])("points into %s when it is broken (%j), and writes nothing", async (name, text, message) => {
    const outDir = temporaryFolder();
    const folder = templates({ [name]: text });
    const failed = renderTemplates({ skeleton: SKELETON, templates: folder, files: FILES, outDir, runtime });
    await expect(failed).rejects.toMatchObject({ name: "TemplateError", message: expect.stringContaining(message) });
    expect(contents(outDir)).toEqual({});
  });

  it("kills the JVM and writes nothing when aborted", async () => {
    const outDir = temporaryFolder();
    const abort = new AbortController();
    const ready = runtime.then((value) => {
      setTimeout(() => abort.abort(new Error("enough")), 100);
      return value;
    });
    const options = { skeleton: SKELETON, templates: templates(), files: FILES, outDir, runtime: ready };
    await expect(renderTemplates({ ...options, signal: abort.signal })).rejects.toThrow("enough");
    expect(contents(outDir)).toEqual({});
  });

  it.skipIf(process.platform === "win32")("passes on what Java says when it fails for another reason", async () => {
    const { command } = fakeJava(temporaryFolder(), "fails", "echo out of luck >&2; exit 9");
    const ready = await runtime;
    const broken = { ...ready, java: { ...ready.java, command }, archive: undefined };
    const options = { skeleton: SKELETON, templates: templates(), files: FILES, outDir: temporaryFolder() };
    await expect(renderTemplates({ ...options, runtime: broken })).rejects.toThrow(
      "openapi-generator ended with exit code 9. It said:\nout of luck",
    );
  });

  it.skipIf(process.platform === "win32")(
    "drops an archive that brings the JVM down, and runs without it",
    async () => {
      const ready = await runtime;
      const folder = temporaryFolder();
      const archive = path.join(folder, "bad.jsa");
      writeFileSync(archive, "bad");
      // Stands for a JVM that crashes on the archive: real ones mostly survive.
      const script = `case "$*" in *bad.jsa*) exit 134;; *) exec ${ready.java.command} "$@";; esac`;
      const { command } = fakeJava(folder, "crashes", script);
      const outDir = temporaryFolder();
      const crashing = { ...ready, java: { ...ready.java, command }, archive };
      await renderTemplates({ skeleton: SKELETON, templates: templates(), files: FILES, outDir, runtime: crashing });
      expect(readdirSync(folder)).not.toContain("bad.jsa");
      expect(Object.keys(contents(outDir))).toHaveLength(3);
    },
  );
});
