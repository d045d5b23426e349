import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/spec/json.ts";
import { parameterStyle } from "../../../src/spec/transforms/parameter-style.ts";

const text = { type: "string" };
const list = { type: "array", items: text };
const record = { type: "object", properties: { a: text } };
const document = {
  components: { schemas: { List: list, Self: { anyOf: [{ $ref: "#/components/schemas/Self" }, text] } } },
};

const cases: readonly [given: JsonObject, want: string | undefined][] = [
  [{ in: "query", schema: text }, undefined],
  [{ in: "query", schema: { anyOf: [text, { type: "null" }] } }, undefined],
  [{ in: "query", schema: list }, undefined],
  [{ in: "query", schema: { $ref: "#/components/schemas/List" } }, undefined],
  [{ in: "query", schema: list, explode: false }, "form"],
  [{ in: "query", schema: list, style: "spaceDelimited", explode: false }, "spaceDelimited"],
  [{ in: "query", schema: list, style: "pipeDelimited" }, "pipeDelimited"],
  [{ in: "query", schema: record }, "form*"],
  [{ in: "query", schema: record, style: "deepObject", explode: true }, "deepObject*"],
  [{ in: "query", schema: { type: "array", items: record } }, "form*"],
  [{ in: "query", schema: { oneOf: [text, list] } }, "form*"],
  [{ in: "query", schema: { $ref: "#/components/schemas/Self" } }, "form*"],
  [{ in: "query", schema: text, allowReserved: true }, "form*+"],
  [{ in: "query", content: { "application/json": { schema: record } } }, "json"],
  [{ in: "query", content: { "text/plain": { schema: text } } }, "form"],
  [{ in: "path", schema: list }, undefined],
  [{ in: "path", schema: record }, "simple"],
  [{ in: "path", schema: text, style: "matrix" }, "matrix"],
  [{ in: "path", schema: list, style: "label", explode: true }, "label*"],
  [{ in: "header", schema: text }, undefined],
  [{ in: "header", schema: list }, "simple"],
  [{ in: "cookie", schema: text }, "form*"],
];

test.each(cases)("the style of %j is %s", (given, want) => {
  expect(parameterStyle(document, { name: "p", ...given })).toBe(want);
});

test("a schema that refers to itself in every way is looked at once", () => {
  const self = { $ref: "#/components/schemas/A" };
  const bomb = {
    components: { schemas: { A: { anyOf: Array.from({ length: 50 }, () => ({ allOf: [self, self] })) } } },
  };
  const start = performance.now();
  expect(parameterStyle(bomb, { name: "p", in: "query", schema: self })).toBe("form*");
  expect(performance.now() - start).toBeLessThan(100);
});
