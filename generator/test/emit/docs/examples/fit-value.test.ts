import { expect, test } from "vitest";
import { fitValue } from "../../../../src/emit/docs/examples/fit-value.ts";
import { printValue } from "../../../../src/emit/docs/examples/print-value.ts";
import type { Json, JsonObject } from "../../../../src/spec/json.ts";
import { TUPLE_KEY } from "../../../../src/spec/transforms/schemas/convert-array.ts";
import { typed } from "../../../../src/spec/transforms/schemas/typed.ts";

const types: JsonObject = {
  components: {
    schemas: {
      Node: {
        type: "object",
        properties: { name: { type: "string" }, next: { $ref: "#/components/schemas/Node" } },
        required: ["name"],
      },
      Cat: { type: "object", properties: { kind: typed('("cat")'), lives: { type: "number" } }, required: ["kind"] },
      Dog: {
        type: "object",
        properties: { kind: typed('("dog")'), tricks: { type: "number" } },
        required: ["kind", "tricks"],
      },
    },
  },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, required: string[] = [], more: JsonObject = {}): JsonObject => {
  return { type: "object", properties, required, ...more };
};
const file = typed("(Blob | string)");

test.each<[string, JsonObject, Json | undefined, string]>([
  ["an example that fits is kept", { type: "string" }, "x", '"x"'],
  ["a number where text is asked for becomes text", { type: "string" }, 5, '"5"'],
  ["text where a number is asked for becomes a number", { type: "number" }, "7", "7"],
  ["no number at all becomes one", { type: "integer" }, "6 months", "1"],
  ["an enum takes its own values", typed('("A" | "B")'), "B", '"B"'],
  ["another value becomes the first that is no null", typed('(null | "A" | "B")'), "Success", '"A"'],
  ["an open enum takes any text", typed('("A" | (string & {}))'), "Z", '"Z"'],
  ["a text with a bar is no union", typed('("a | b" | "c")'), "a | b", '"a | b"'],
  ["a constant is itself", typed('{"a":1}'), undefined, '{ "a": 1 }'],
  ["what is missing and required is made up", object({ id: { type: "string" } }, ["id"]), {}, '{ "id": "example" }'],
  ["what has no place is left out", object({ id: { type: "string" } }), { id: "1", other: 2 }, '{ "id": "1" }'],
  [
    "but not where others are allowed",
    object({ id: { type: "string" } }, [], { additionalProperties: true }),
    { other: 2 },
    '{ "other": 2 }',
  ],
  ["a map keeps what it maps", { type: "object", additionalProperties: { type: "number" } }, { a: "1" }, '{ "a": 1 }'],
  [
    "a type that holds itself ends",
    ref("Node"),
    { name: "a", next: { name: "b" } },
    '{ "name": "a", "next": { "name": "b" } }',
  ],
  [
    "a union takes the member an example is for",
    { anyOf: [ref("Cat"), ref("Dog")] },
    { kind: "dog", tricks: 2 },
    '{ "kind": "dog", "tricks": 2 }',
  ],
  [
    "or the one that shares most with it",
    { anyOf: [ref("Cat"), ref("Dog")] },
    { tricks: 2 },
    '{ "kind": "dog", "tricks": 2 }',
  ],
  ["null is a member too", { anyOf: [{ type: "string" }, typed("null")] }, null, "null"],
  ["but not the one that is made up", { anyOf: [typed("null"), { type: "string" }] }, undefined, '"example"'],
  [
    "all of several is one object",
    { allOf: [ref("Node"), object({ age: { type: "number" } })] },
    { name: "a", age: 3, x: 1 },
    '{ "name": "a", "age": 3 }',
  ],
  [
    "all of a union and more picks a member",
    { allOf: [{ anyOf: [ref("Cat"), ref("Dog")] }, object({ age: { type: "number" } }, ["age"])] },
    { kind: "cat" },
    '{ "kind": "cat", "age": 1 }',
  ],
  ["arrays are cut to three items", { type: "array", items: { type: "number" } }, [1, 2, 3, 4], "[1, 2, 3]"],
  ["a single value becomes an array", { type: "array", items: { type: "string" } }, "x", '["x"]'],
  [
    "a tuple has what it must have",
    {
      type: "array",
      [TUPLE_KEY]: [
        { schema: { type: "string" }, optional: false },
        { schema: { type: "number" }, optional: true },
      ],
      items: false,
    },
    undefined,
    '["example"]',
  ],
  ["a file is bytes", object({ file }), { file: "x" }, '{ "file": new Blob(["example"]) }'],
  ["form data is made by its constructor", typed("FormData"), undefined, "new FormData()"],
  ["anything may be anything", {}, { a: [null] }, '{ "a": [null] }'],
])("%s", (_, schema, candidate, expected) => {
  const value = fitValue(types, schema, candidate);
  expect(value === undefined ? undefined : printValue(value)).toBe(expected);
});

test("nothing is of the type never, nor an object that must hold it", () => {
  expect(fitValue(types, typed("never"), 1)).toBeUndefined();
  expect(fitValue(types, object({ x: typed("never") }, ["x"]), {})).toBeUndefined();
  expect(fitValue(types, object({ x: typed("never") }), { x: 1 })).toEqual({});
});

test("a type that must hold itself without end has no value", () => {
  const endless = { components: { schemas: { Loop: object({ loop: ref("Loop") }, ["loop"]) } } };
  expect(fitValue(endless, ref("Loop"), {})).toBeUndefined();
});

test("H06: __proto__ is a property like any other, in the value and in the program", () => {
  const schema = JSON.parse('{ "type": "object", "properties": { "__proto__": { "type": "string" } } }') as JsonObject;
  const value = fitValue(types, schema, JSON.parse('{ "__proto__": "x" }') as Json);
  expect(Object.keys(value as object)).toEqual(["__proto__"]);
  expect(printValue(value ?? null)).toBe('{ ["__proto__"]: "x" }');
});
