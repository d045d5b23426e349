import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { findTemplateFault } from "../../src/java/find-template-fault.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function templates(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

it.each([
  ["an open section", "a\n{{#list}}\nb\n", { line: 2, reason: "{{#list}} is never closed." }],
  [
    "a wrong closing tag",
    "{{! {{#no}} }}\n{{^a}}\n\n{{/b}}",
    { line: 4, reason: "{{/b}} stands where {{/a}} must close line 2." },
  ],
  ["a closing tag too many", "{{{x}}}\n{{/a}}", { line: 2, reason: "{{/a}} closes a section that was never opened." }],
  ["a short triple", "ok\n{{{x}}\n", { line: 2, reason: "{{{x}} lacks its third closing brace." }],
  [
    "a missing partial",
    "{{#a}}\n{{>sub/no}}\n{{/a}}",
    { line: 2, reason: "There is no partial sub/no.mustache in the templates folder." },
  ],
])("finds %s", async (_, text, fault) => {
  expect(await findTemplateFault(templates({ "a.mustache": text }), ["a.mustache"])).toEqual({
    template: "a.mustache",
    ...fault,
  });
});

it("follows partials, in circles too", async () => {
  const folder = templates({
    "a.mustache": "{{>sub/b}}",
    "sub/b.mustache": "{{#x}}{{>sub/b}}{{/x}}\n{{>c}}",
    "c.mustache": "\n{{#y}}",
  });
  expect(await findTemplateFault(folder, ["a.mustache"])).toMatchObject({ template: "c.mustache", line: 2 });
});

it("finds nothing in sound templates", async () => {
  const folder = templates({ "a.mustache": "{{! }}\n{{#a}}{{{b}}}{{&c}}{{#d.e-f}}{{.}}{{/d.e-f}}{{/a}}" });
  expect(await findTemplateFault(folder, ["a.mustache"])).toBeUndefined();
  expect(await findTemplateFault(folder, ["no.mustache"])).toMatchObject({ reason: "There is no such template." });
});
