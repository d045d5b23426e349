import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lint } from "../../../src/commands/templates/lint.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import { templateFiles } from "../../../src/pipeline/template-files.ts";
import { knownShapes } from "../../../src/template/known-shapes.ts";
import { readTemplates, templateSet } from "../../../src/template/language/template-set.ts";
import { FIXED_RULES, LINT_RULES } from "../../../src/template/lint/lint-rules.ts";
import { lintTemplates } from "../../../src/template/lint/lint-templates.ts";
import { committedFiles } from "../../../src/template/preview/committed-files.ts";

const shapes = knownShapes();
const ours = readTemplates([inRepository("templates")]);
const committed = await committedFiles(["templates"]);
/** Whatever is being changed in the working tree, mistakes are made in what was committed. */
const texts = new Map(ours.names.map((name) => [name, committed?.get(`templates/${name}`) ?? ours.text(name)]));

/** What the rules say of our templates with some texts in place of theirs. */
function lintWith(changed: Record<string, string>): string[] {
  const set = templateSet(new Map([...texts, ...Object.entries(changed)]));
  return lintTemplates({ set, files: templateFiles({ docs: true }), shapes }).map(
    ({ rule, template, line, column, message }) => `${template}:${line}:${column} ${rule}: ${message}`,
  );
}

/** Our templates with one text of one of them replaced. */
function mistake(template: string, from: string, to: string): string[] {
  const text = texts.get(template) ?? "";
  if (!text.includes(from)) throw new Error(`${template} has no ${from}.`);
  return lintWith({ [template]: text.replace(from, () => to) });
}

/** `template:line:column` of what takes the place of a text in one of our templates, whatever else it holds. */
function placed(template: string, from: string, to: string, at = to): string {
  const text = texts.get(template) ?? "";
  const changed = text.replace(from, () => to);
  const before = changed.slice(0, changed.indexOf(at, text.indexOf(from))).split("\n");
  return `${template}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

test("our templates pass", () => {
  expect(lint().findings).toEqual([]);
  expect(lint().checked).toBe(ours.names.length);
});

describe("an injected mistake is pointed at", () => {
  const option = "client/operation-options.mustache";
  const operation = "client/operation.mustache";
  test.each([
    [
      "a bad tag",
      operation,
      "{{/filters}}",
      "{{/filter}}",
      [
        expect.stringContaining(
          `${placed(operation, "{{/filters}}", "{{/filter}}")} syntax: {{/filter}} stands where {{/filters}} must`,
        ),
      ],
    ],
    [
      "a section left open",
      option,
      "{{/sorters}}\n",
      "",
      [`${placed(option, "{{#sorters}}", "{{#sorters}}")} syntax: {{#sorters}} is never closed.`],
    ],
    [
      "a triple with two closing braces",
      option,
      "{{{sorters}}}",
      "{{{sorters}}",
      [`${placed(option, "{{{sorters}}}", "{{{sorters}}")} syntax: {{{sorters}} lacks its third closing brace.`],
    ],
    [
      "an unknown variable",
      option,
      "{{{name}}}",
      "{{{nme}}}",
      [
        expect.stringContaining(
          `${placed(option, "{{{name}}}", "{{{nme}}}")} unknown-variable: Nothing defines nme here. Did you mean name? In scope: fields, name, operation,`,
        ),
      ],
    ],
    [
      "a raw path in a string",
      operation,
      "{{> client/operation-init}}",
      '{{> client/operation-init}}\nconst path = "{{{path}}}";',
      [
        expect.stringContaining(
          `${placed(operation, "{{> client/operation-init}}", '{{> client/operation-init}}\nconst path = "{{{path}}}";', "{{{path}}}")} hostile-variable: path belongs to the tool and is raw text`,
        ),
      ],
    ],
    [
      "text escaped for HTML",
      option,
      "{{{sorters}}}",
      "{{sorters}}",
      [
        `${placed(option, "{{{sorters}}}", "{{sorters}}")} triple-braces: Print sorters with three braces: {{{sorters}}}.`,
      ],
    ],
    [
      "an object printed",
      option,
      "{{{name}}}",
      "{{{filters}}}",
      [`${placed(option, "{{{name}}}", "{{{filters}}}")} not-text: filters is an object: open a section for it.`],
    ],
    [
      "what may be false printed",
      operation,
      "{{> client/operation-init}}",
      "{{> client/operation-init}}\n// {{{headers}}}",
      [
        expect.stringMatching(
          /^client\/operation\.mustache:\d+:4 not-text: headers may be false, which would print the word/,
        ),
      ],
    ],
    [
      "an indented partial",
      operation,
      "{{> client/doc}}",
      "  {{> client/doc}}",
      [expect.stringContaining("partial-column: {{> client/doc}} must stand alone")],
    ],
    [
      "a partial that does not exist",
      operation,
      "{{> client/doc}}",
      "{{> client/docs}}",
      [expect.stringContaining("missing-partial: There is no partial client/docs.mustache")],
    ],
    [
      "a section tag beside text",
      option,
      "{{#sorters}}\n",
      "{{#sorters}} ",
      [expect.stringContaining("section-alone: {{#sorters}} belongs to a section of several lines")],
    ],
    [
      "other delimiters",
      option,
      "{{#sorters}}",
      "{{=<% %>=}}\n{{#sorters}}",
      [expect.stringContaining("delimiters: Do not change the delimiters")],
    ],
    [
      "a fourth tag on a line",
      option,
      "{{{sorters}}}",
      "{{{sorters}}}{{{type}}}{{{name}}}{{{type}}}",
      [expect.stringContaining("tags-a-line: A fourth tag on one line")],
    ],
    [
      "no header",
      option,
      "{{! Prints",
      "{{! Shows",
      [expect.stringContaining(`${option}:1:1 header-comments: The first line says what the template prints`)],
    ],
  ])("%s", (_, template, from, to, expected) => {
    expect(mistake(template, from, to)).toEqual(expected);
  });

  test("a section nested too deeply", () => {
    const deep =
      "{{#params}}\n{{#optional}}\n{{#body}}\n{{#filters}}\n{{/filters}}\n{{/body}}\n{{/optional}}\n{{/params}}\n";
    const text = `${texts.get("client/operation-options.mustache")}${deep}`;
    expect(lintWith({ "client/operation-options.mustache": text })).toEqual([
      expect.stringContaining("nesting: The section filters is the fourth inside another"),
    ]);
  });

  test("a long template, a dead one and a partial that only dead ones use", () => {
    const head = "{{! Prints nothing. }}\n{{! Expects nothing. }}\n";
    expect(
      lintWith({ "client/a.mustache": `${head}{{> client/b}}\n`, "client/b.mustache": `${head}${"x\n".repeat(60)}` }),
    ).toEqual([
      expect.stringContaining("client/a.mustache:1:1 dead-template: Nothing makes a file of it"),
      expect.stringContaining("client/b.mustache:1:1 unused-partial: Only client/a.mustache includes it"),
      expect.stringContaining("client/b.mustache:51:1 size: The template has 62 lines"),
    ]);
  });
});

describe("a line is allowed", () => {
  const template = "client/operation-options.mustache";
  const line = "{{{sorters}}}";
  const four = `${line}{{{type}}}{{{name}}}{{{type}}}`;
  const before = '  readonly "~sorters"?: ';
  const allowance = (text: string) =>
    mistake(template, `${before}${line}`, `{{! sailkit-lint allow ${text} }}\n${before}${four}`);

  test("with a reason", () => {
    expect(allowance("tags-a-line: four make one name")).toEqual([]);
  });

  test("but not without one, by a name that is no rule, or where there is nothing to allow", () => {
    expect(allowance("tags-a-line")).toEqual([
      expect.stringContaining("allowance: Say why"),
      expect.stringContaining("tags-a-line"),
    ]);
    expect(allowance("tag-count: why")).toEqual([
      expect.stringContaining("allowance: There is no rule tag-count"),
      expect.stringContaining("tags-a-line"),
    ]);
    expect(allowance("size: why")[0]).toContain("has nothing that size objects to");
    expect(allowance("syntax: why")[0]).toContain("Nothing allows syntax.");
  });
});

test("every rule has an id and says why it is one", () => {
  const rules = [...LINT_RULES, ...FIXED_RULES];
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(rules.filter(({ explanation }) => !explanation.endsWith("."))).toEqual([]);
});

test("the README of the templates names every rule", () => {
  const readme = readFileSync(inRepository("templates/README.md"), "utf8");
  expect([...LINT_RULES, ...FIXED_RULES].filter(({ id }) => !readme.includes(`\`${id}\``))).toEqual([]);
});
