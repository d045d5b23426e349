import { expect, test } from "vitest";
import type { JsonObject } from "../../../../src/spec/json.ts";
import { schemaTypes } from "./schema-types.ts";

const text = { type: "string" };
const ref = (key: string) => ({ $ref: `#/components/schemas/${key}` });
const base = { type: "object", properties: { id: text } };

const cases: readonly [name: string, given: JsonObject, want: string][] = [
  ["anything", { X: {} }, "X: unknown;"],
  ["nothing", { X: { not: {} } }, "X: unknown;"],
  ["a plain object", { X: { type: "object" } }, "X: Record<string, unknown>;"],
  [
    "a closed object without properties",
    { X: { type: "object", additionalProperties: false } },
    "X: Record<string, never>;",
  ],
  [
    "properties without a type, one required, one that is required but not there",
    { X: { properties: { a: text, b: { type: "integer" } }, required: ["b", "c"] } },
    "X: {\n    a?: string;\n    b: number;\n};",
  ],
  [
    "a default, which makes nothing required",
    { X: { type: "object", properties: { a: { ...text, default: "x" } } } },
    "X: {\n    /** @default x */\n    a?: string;\n};",
  ],
  [
    "a map",
    { X: { type: "object", additionalProperties: { type: "number" } } },
    "X: {\n    [key: string]: number;\n};",
  ],
  [
    "patterns",
    { X: { type: "object", patternProperties: { "^x-": text, "^n-": { type: "number" } } } },
    "X: {\n    [key: string]: number | string;\n};",
  ],
  ["nullable of 3.0", { X: { ...text, nullable: true } }, "X: string | null;"],
  ["null of 3.1", { X: { type: ["string", "null"] } }, "X: string | null;"],
  ["null alone", { X: { type: "null" } }, "X: null;"],
  [
    "several types, each with its keywords",
    { X: { type: ["object", "array"], items: text, properties: { a: text } } },
    "X: {\n    a?: string;\n} | string[];",
  ],
  [
    "types of other languages",
    { X: { type: "int" }, Y: { type: "datetime" }, Z: { type: "mystery" } },
    "X: number;\nY: string;\nZ: unknown;",
  ],
  ["an array without items", { X: { type: "array" } }, "X: unknown[];"],
  [
    "an enum beside the array it is meant for",
    { X: { type: "array", enum: ["a", "b"], items: text } },
    'X: ("a" | "b" | (string & {}))[];',
  ],
  [
    "a tuple that is closed",
    { X: { type: "array", prefixItems: [text, { type: "number" }], items: false, minItems: 2 } },
    "X: [\n    string,\n    number\n];",
  ],
  [
    "a tuple that goes on",
    { X: { type: "array", prefixItems: [text], items: { type: "number" } } },
    "X: [\n    string?,\n    ...number[]\n];",
  ],
  ["items as a list of one", { X: { type: "array", items: [text] } }, "X: string[];"],
  [
    "a constant",
    { X: { const: "a" }, Y: { const: null }, Z: { const: [1, "two"] } },
    'X: "a";\nY: null;\nZ: [1,"two"];',
  ],
  [
    "bytes",
    { X: { ...text, format: "binary" }, Y: { ...text, format: "byte" } },
    "/** Format: binary */\nX: Blob;\n/** Format: byte */\nY: string;",
  ],
  ["a union", { X: { oneOf: [text, { type: "number" }] } }, "X: string | number;"],
  ["a union with a member that allows everything", { X: { anyOf: [{}, { type: "null" }] } }, "X: unknown;"],
  [
    "alternatives that only differ in what is required",
    { X: { ...base, anyOf: [{ required: ["id"] }, { required: ["x"] }] } },
    "X: {\n    id?: string;\n};",
  ],
  [
    "alternatives of which one only requires",
    { X: { ...base, oneOf: [{ required: ["id"] }, { properties: { b: text } }] } },
    "X: {\n    id?: string;\n} & ({\n    id: string;\n} | {\n    b?: string;\n});",
  ],
  [
    "alternatives of a text that only differ in their pattern",
    { X: { ...text, anyOf: [{ pattern: "a" }, { pattern: "b" }] } },
    "X: string;",
  ],
  ["known values or any text", { X: { anyOf: [{ ...text, enum: ["a"] }, text] } }, 'X: "a" | (string & {});'],
  ["one parent", { B: base, X: { allOf: [ref("B")] } }, 'B: {\n    id?: string;\n};\nX: components["schemas"]["B"];'],
  [
    "a parent whose property the child requires",
    { B: base, X: { allOf: [ref("B"), { type: "object", required: ["id"] }] } },
    'B: {\n    id?: string;\n};\nX: components["schemas"]["B"] & {\n    id: string;\n};',
  ],
  [
    "a grandparent whose property the child requires",
    { A: base, B: { allOf: [ref("A")] }, X: { allOf: [ref("B")], required: ["id"] } },
    'A: {\n    id?: string;\n};\nB: components["schemas"]["A"];\nX: components["schemas"]["B"] & {\n    id: string;\n};',
  ],
  [
    "names required beside allOf, which an inline member defines",
    { X: { allOf: [{ properties: { a: text } }], required: ["a"] } },
    "X: {\n    a: string;\n};",
  ],
  [
    "a reference that may be null",
    { B: base, X: { ...ref("B"), nullable: true } },
    'B: {\n    id?: string;\n};\nX: components["schemas"]["B"] | null;',
  ],
  [
    "a reference with properties beside it",
    { B: base, X: { ...ref("B"), properties: { b: text } } },
    'B: {\n    id?: string;\n};\nX: {\n    b?: string;\n} & components["schemas"]["B"];',
  ],
  ["a list of itself", { X: { type: "array", items: ref("X") } }, "X: RecursiveX;"],
  ["a reference to nothing but itself", { X: ref("X") }, "X: unknown;"],
  [
    "text that would end its comment",
    { X: { type: "object", properties: { a: { ...text, description: "a */ b" } } } },
    "X: {\n    /** @description a *\\/ b */\n    a?: string;\n};",
  ],
  [
    "a property every object has",
    { X: { type: "object", required: ["__proto__"], properties: JSON.parse('{"__proto__":{"type":"string"}}') } },
    "X: {\n    __proto__: string;\n};",
  ],
];

test.each(cases)("the type of %s", async (_, given, want) => {
  expect(await schemaTypes(given)).toBe(want);
});

const travelling: JsonObject = {
  X: {
    type: "object",
    required: ["id", "secret", "kind"],
    properties: {
      id: { ...text, readOnly: true },
      secret: { ...text, writeOnly: true },
      kind: { ...text, enum: ["a", "b"] },
    },
  },
};

test("a schema that is sent has closed enums, and requires nothing read-only", async () => {
  const want = 'X: {\n    id?: string;\n    kind: ("a" | "b");\n    secret: string;\n};';
  expect(await schemaTypes(travelling, "sent")).toBe(want);
});

test("a schema that is answered has open enums, and requires nothing write-only", async () => {
  const want = 'X: {\n    id: string;\n    kind: ("a" | "b" | (string & {}));\n    secret?: string;\n};';
  expect(await schemaTypes(travelling, "answered")).toBe(want);
});

test("a schema that travels both ways has a type for each", async () => {
  const want =
    'X: {\n    id: string;\n    kind: ("a" | "b" | (string & {}));\n    secret?: string;\n};\n' +
    'XInput: {\n    id?: string;\n    kind: ("a" | "b");\n    secret: string;\n};';
  expect(await schemaTypes(travelling, "both")).toBe(want);
});

test("a schema that looks the same both ways has one type, and its name stays free for others", async () => {
  const given = {
    X: base,
    Y: { type: "object", properties: { x: ref("X"), e: { ...text, enum: ["a"] } } },
    YInput: text,
  };
  expect((await schemaTypes(given, "both")).match(/^\w+/gm)).toEqual(["X", "Y", "YInput", "YRequestInput"]);
});

test("read-only counts through references", async () => {
  const given = {
    Id: { ...text, readOnly: true },
    X: { type: "object", required: ["a", "b"], properties: { a: ref("Id"), b: { allOf: [ref("Id")] } } },
  };
  expect(await schemaTypes(given, "sent")).toBe(
    'Id: string;\nX: {\n    a?: components["schemas"]["Id"];\n    b?: components["schemas"]["Id"];\n};',
  );
});
