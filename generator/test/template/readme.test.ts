import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { templateReadme } from "../../../scripts/template-readme.ts";
import type { JsonObject } from "../../src/spec/json.ts";
import { listVariables } from "../../src/template/list-variables.ts";
import { renderVariables } from "../../src/template/render-variables.ts";

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
  const marks = "<!-- variables: start --><!-- variables: end -->";
  expect(renderVariables(marks, variables.slice(5))).toContain(
    [
      "| `x-sailkit-operation.doc[].text` | text | `{operation}/summary` `{operation}/description` `{operation}/parameters`",
      "`{operation}/security` `{operation}/x-sailpoint-userLevels` `{operation}/deprecated`",
      "[describe-operation.ts](../generator/src/emit/skeleton/describe-operation.ts) | escaped: text for a comment | `` x\\|` `` |",
    ].join(" "),
  );
  expect(() => renderVariables("no marks", [])).toThrow("lacks the marks");
});
