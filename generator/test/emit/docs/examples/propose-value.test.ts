import { expect, test } from "vitest";
import { proposeValue } from "../../../../src/emit/docs/examples/propose-value.ts";
import type { Json, JsonObject } from "../../../../src/spec/json.ts";

const document: JsonObject = {
  components: {
    schemas: {
      Node: {
        type: "object",
        properties: { name: { type: "string", example: "a" }, next: { $ref: "#/components/schemas/Node" } },
      },
      Named: { type: "object", properties: { name: { type: "string", example: "b" } } },
    },
  },
};

test.each<[string, JsonObject, Json | undefined]>([
  ["an example goes before a default", { type: "string", example: "a", default: "b" }, "a"],
  ["the first of several examples", { type: "string", examples: ["a", "b"] }, "a"],
  ["a constant", { const: 5 }, 5],
  ["a default goes before an enum", { type: "string", enum: ["a", "b"], default: "b" }, "b"],
  ["the first value of an enum that is no null", { type: "string", enum: [null, "a"] }, "a"],
  ["what its format looks like", { type: "string", format: "date-time" }, "2026-03-02T09:30:00.000Z"],
  ["text of a format nobody knows", { type: "string", format: "constructor" }, "example"],
  ["the least number", { type: "integer", minimum: 10 }, 10],
  ["an item of an array", { type: "array", items: { type: "boolean" } }, [true]],
  ["no item that nothing is said of", { type: "array", items: {} }, []],
  ["a type that holds itself, once", { $ref: "#/components/schemas/Node" }, { name: "a" }],
  [
    "all of several",
    { allOf: [{ $ref: "#/components/schemas/Named" }, { properties: { age: { type: "integer" } } }] },
    { name: "b", age: 1 },
  ],
  ["the first of several that says something", { oneOf: [{}, { type: "integer" }, { type: "string" }] }, 1],
  ["nothing where nothing is said", {}, undefined],
  ["nothing for a reference that leads nowhere", { $ref: "#/components/schemas/None" }, undefined],
])("%s", (_, schema, expected) => {
  expect(proposeValue(schema, { document, direction: "request" })).toEqual(expected);
});

test("read-only properties are answered, write-only ones sent", () => {
  const schema = {
    type: "object",
    properties: {
      id: { type: "string", example: "1", readOnly: true },
      secret: { type: "string", example: "s", writeOnly: true },
    },
  };
  expect(proposeValue(schema, { document, direction: "request" })).toEqual({ secret: "s" });
  expect(proposeValue(schema, { document, direction: "response" })).toEqual({ id: "1" });
});
