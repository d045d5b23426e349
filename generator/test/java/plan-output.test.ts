import { expect, it } from "vitest";
import { planOutput } from "../../src/java/plan-output.ts";
import type { TemplateFile } from "../../src/java/template-file.ts";

const tags = new Map([
  ["maaaaa", "task-management"],
  ["maaaab", "con-nections"],
]);
const api: TemplateFile = { template: "operations.mustache", type: "api", destination: "operations/{tag}.ts" };
const supporting: TemplateFile = { template: "index.mustache", type: "supporting", destination: "index.ts" };

it("stages each file under a name of its own", () => {
  expect(planOutput([api, supporting], tags)).toEqual({
    config: {
      "operations.mustache": { templateType: "API", destinationFilename: ".s0" },
      "index.mustache": { templateType: "SupportingFiles", destinationFilename: "s1.sailkit" },
    },
    supporting: ["s1.sailkit"],
    outputs: [
      { staged: "maaaaa-api.s0", destination: "operations/task-management.ts" },
      { staged: "maaaab-api.s0", destination: "operations/con-nections.ts" },
      { staged: "s1.sailkit", destination: "index.ts" },
    ],
  });
});

it.each(["../x", "a/../../x", "/etc/x", "a\\b"])("refuses the destination %s", (destination) => {
  expect(() => planOutput([{ ...supporting, destination }], tags)).toThrow("leaves the output folder");
});

it.each(["../x", "Con", "", "a/b", "-a", "x".repeat(300)])("H10: refuses the tag %j", (tag) => {
  expect(() => planOutput([api], new Map([["maaaaa", tag]]))).toThrow("cannot be part of a file name");
});

it("refuses two files that differ only in case", () => {
  const other: TemplateFile = { ...supporting, template: "b.mustache", destination: "Index.ts" };
  expect(() => planOutput([supporting, other], tags)).toThrow("make the same file, Index.ts");
});

it("refuses a template listed twice and an api destination without {tag}", () => {
  expect(() => planOutput([supporting, supporting], tags)).toThrow("index.mustache is listed twice");
  expect(() => planOutput([{ ...api, destination: "x.ts" }], tags)).toThrow("needs {tag}");
});
