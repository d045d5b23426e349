import { beforeAll, expect, test } from "vitest";
import { coverage } from "../../../src/commands/templates/coverage.ts";
import { templateSet } from "../../../src/template/language/template-set.ts";
import { renderCoverage } from "../../../src/template/reach/render-coverage.ts";
import { type CoveredSection, sectionCoverage } from "../../../src/template/reach/section-coverage.ts";
import { GOLDEN_DOCS, GOLDEN_FIXTURES } from "../../breadth/goldens/golden-fixtures.ts";

let sections: readonly CoveredSection[];

beforeAll(async () => {
  sections = await coverage();
}, 60_000);

test("every section of every template is reached by a fixture", () => {
  expect(sections.filter(({ by }) => by.length === 0)).toEqual([]);
  expect(renderCoverage(sections)).toMatch(/(\d+) of \1 sections are reached: 100 %\n$/);
});

test("every section is seen in a golden: of code in those of fixtures, of docs in those and in the pages of our API", () => {
  const unseen = sections.filter(({ template, by }) => {
    const goldens = template.startsWith("docs/") ? ["beta", ...Object.keys(GOLDEN_DOCS)] : GOLDEN_FIXTURES;
    return !by.some((name) => goldens.includes(name));
  });
  expect(unseen.map(({ template, line, tag, by }) => `${template}:${line} ${tag}, seen in ${by[0]}`)).toEqual([]);
});

test("a section that nothing reaches is pointed at", () => {
  const set = templateSet(new Map([["a.mustache", "{{#x-a}}\n{{#b}}\nb\n{{/b}}\n{{^b}}\nnone\n{{/b}}\n{{/x-a}}\n"]]));
  const found = sectionCoverage(
    set,
    [{ template: "a.mustache", type: "supporting", destination: "a.txt" }],
    [
      { name: "one", skeleton: { "x-a": { b: true } } },
      { name: "two", skeleton: { "x-a": false } },
    ],
  );
  expect(found.map(({ line, tag, by }) => [line, tag, by])).toEqual([
    [1, "{{#x-a}}", ["one"]],
    [2, "{{#b}}", ["one"]],
    [5, "{{^b}}", []],
  ]);
  expect(renderCoverage(found)).toBe(
    "a.mustache     2/3  not reached: {{^b}} in line 5\n2 of 3 sections are reached: 66.6 %\n",
  );
});
