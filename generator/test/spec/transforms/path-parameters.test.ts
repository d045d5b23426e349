import { expect, test } from "vitest";
import { alignPathParameters } from "../../../src/spec/transforms/path-parameters.ts";

const path = (name: string, type = "integer") => ({ name, in: "path", required: true, schema: { type } });

const cases: readonly [name: string, template: string, declared: string[], want: string[], rules: string[]][] = [
  ["declared ones in the order of the path", "/a/{x}/{y}", ["y", "x"], ["x:integer", "y:integer"], []],
  ["one place that stands twice", "/{x}/{x}", ["x"], ["x:integer"], []],
  ["another name, matched by order", "/a/{id}", ["theId"], ["id:integer"], ["path-parameter-name"]],
  ["a place nobody declares", "/a/{id}", [], ["id:string"], ["path-parameter-name"]],
  ["one without a place", "/a", ["id"], [], ["path-parameter-unused"]],
  [
    "a known one and a stray",
    "/{a}/{b}",
    ["b", "c", "d"],
    ["a:integer", "b:integer"],
    ["path-parameter-name", "path-parameter-unused"],
  ],
];

test.each(cases)("%s", (_, template, declared, want, rules) => {
  const { parameters, findings } = alignPathParameters(
    template,
    declared.map((name) => path(name)),
    "/paths/x/get",
  );
  expect(parameters.map(({ name, schema }) => `${name}:${(schema as { type: string }).type}`)).toEqual(want);
  expect(parameters.every(({ required }) => required === true)).toBe(true);
  expect(findings.map(({ rule }) => rule)).toEqual(rules);
  expect(findings.every(({ pointer, severity }) => pointer === "/paths/x/get" && severity === "warning")).toBe(true);
});
