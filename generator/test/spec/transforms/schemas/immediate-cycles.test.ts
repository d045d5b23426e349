import { expect, test } from "vitest";
import { immediateCycles } from "../../../../src/spec/transforms/schemas/immediate-cycles.ts";
import { recursiveLists } from "../../../../src/spec/transforms/schemas/recursive-lists.ts";
import { stronglyConnected } from "../../../../src/spec/transforms/schemas/strongly-connected.ts";
import { schemaTypes } from "./schema-types.ts";

const ref = (key: string) => ({ $ref: `#/components/schemas/${key}` });
const text = { type: "string" };

test("parent and child in each other: the child takes the base of its parent", async () => {
  const schemas = {
    Pet: { type: "object", properties: { a: text }, oneOf: [ref("Cat")] },
    Cat: { allOf: [ref("Pet"), { type: "object", properties: { b: text } }] },
  };
  const cycleBreak = immediateCycles(schemas);
  expect(cycleBreak("Cat", "Pet", "extends")).toBe("base");
  expect(cycleBreak("Pet", "Cat", "union")).toBeUndefined();
  expect(await schemaTypes(schemas)).toBe(
    'Cat: {\n    a?: string;\n} & {\n    b?: string;\n};\nPet: {\n    a?: string;\n} & components["schemas"]["Cat"];',
  );
});

test("a schema that is nothing but itself says nothing", () => {
  const cycleBreak = immediateCycles({ A: ref("B"), B: { anyOf: [ref("A"), text] }, C: ref("A") });
  expect(cycleBreak("A", "B", "union")).toBe("unknown");
  expect(cycleBreak("C", "A", "union")).toBeUndefined();
});

test("a circle through a property is none", () => {
  const cycleBreak = immediateCycles({ A: { type: "object", properties: { a: ref("A") } } });
  expect(cycleBreak("A", "A", "union")).toBeUndefined();
});

test("lists that contain themselves are found, also through each other, but not through properties", () => {
  const isRecursive = recursiveLists({
    Json: {
      anyOf: [text, { type: "array", items: ref("Json") }, { type: "object", additionalProperties: ref("Json") }],
    },
    A: { type: "array", items: { oneOf: [ref("B"), text] } },
    B: { allOf: [ref("A")] },
    Tree: { type: "object", properties: { children: { type: "array", items: ref("Tree") } } },
    Pair: { type: "array", prefixItems: [ref("Pair")] },
  });
  expect(["Json", "A", "B", "Tree", "Pair"].filter((key) => isRecursive(key, key))).toEqual(["Json", "A", "B", "Pair"]);
  expect(isRecursive("A", "B")).toBe(true);
  expect(isRecursive("A", "Json")).toBe(false);
});

test("circles are told apart, and a chain of 100,000 does not overflow the stack", () => {
  const graph = new Map([
    ["a", new Set(["b"])],
    ["b", new Set(["a", "c"])],
    ["c", new Set(["d"])],
    ["d", new Set(["c"])],
    ["e", new Set<string>()],
  ]);
  const component = stronglyConnected(graph);
  expect(component.get("a")).toBe(component.get("b"));
  expect(component.get("c")).toBe(component.get("d"));
  expect(component.get("a")).not.toBe(component.get("c"));
  expect(component.has("e")).toBe(false);
  const chain = new Map(Array.from({ length: 100_000 }, (_, index) => [`${index}`, new Set([`${index + 1}`])]));
  expect(stronglyConnected(chain).size).toBe(100_000);
});
