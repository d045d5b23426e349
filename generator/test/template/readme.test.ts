import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { templateReadme } from "../../../scripts/template-readme.ts";
import type { JsonObject } from "../../src/spec/json.ts";
import { templateSet } from "../../src/template/language/template-set.ts";
import { listVariables } from "../../src/template/list-variables.ts";
import { renderVariables } from "../../src/template/render-variables.ts";
import { variableUsers } from "../../src/template/variables/variable-users.ts";

test("the README of the templates lists every variable; `pnpm templates:readme` renews it", async () => {
  const { file, text } = await templateReadme();
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("variables are listed by name, with all their types and the shortest example", () => {
  const operation = (extensions: JsonObject): JsonObject => ({
    get: { operationId: "a", "x-sailkit-operation": extensions },
  });
  const skeletons: JsonObject[] = [
    {
      paths: {
        "/a": operation({ doc: [{ text: "long text" }], body: false }),
        "/b": operation({ doc: [{ text: "x|`" }], body: {} }),
      },
    },
    { "x-sailkit-list": ["one"], "x-other": 1 },
  ];
  const variables = listVariables(skeletons);
  expect(variables).toEqual([
    { name: "x-sailkit-list", type: "list", example: "" },
    { name: "x-sailkit-list[]", type: "text", example: "one" },
    { name: "x-sailkit-operation", type: "object", example: "" },
    { name: "x-sailkit-operation.body", type: "object or false", example: "" },
    { name: "x-sailkit-operation.doc", type: "list", example: "" },
    { name: "x-sailkit-operation.doc[].text", type: "text", example: "x|`" },
  ]);
  const users = new Map([
    ["x-sailkit-operation.doc[].text", ["client/doc.mustache", "client/x.mustache", "client/y.mustache"]],
  ]);
  const marks = "<!-- variables: start --><!-- variables: end -->";
  expect(renderVariables(marks, variables.slice(5), users)).toContain(
    [
      "| `x-sailkit-operation.doc[].text` | text | `{operation}/summary` `{operation}/description` `{operation}/parameters`",
      "`{operation}/security` `{operation}/x-sailpoint-userLevels` `{operation}/deprecated`",
      "[describe-operation.ts](../generator/src/emit/skeleton/describe-operation.ts) | escaped: text for a comment | [client/doc](client/doc.mustache) [client/x](client/x.mustache) and 1 more | `` x\\|` `` |",
    ].join(" "),
  );
  expect(() => renderVariables("no marks", [])).toThrow("lacks the marks");
});

test("it is told which templates use a variable, wherever they reach it from", () => {
  const texts = { "a.mustache": "{{#x-sailkit-a}}\n{{> b}}\n{{/x-sailkit-a}}\n", "b.mustache": "{{{name}}}\n" };
  const variables = ["x-sailkit-a", "x-sailkit-a.name", "x-sailkit-a.unused"].map((name) => ({
    name,
    type: "text",
    example: "",
  }));
  const files = [{ template: "a.mustache", type: "supporting", destination: "a" }] as const;
  expect(variableUsers(templateSet(new Map(Object.entries(texts))), files, variables)).toEqual(
    new Map([
      ["x-sailkit-a", ["a.mustache"]],
      ["x-sailkit-a.name", ["b.mustache"]],
    ]),
  );
});
