import { expect, test } from "vitest";
import type { Json } from "../../../src/spec/json.ts";
import { toPointer } from "../../../src/spec/json-pointer.ts";
import { walkSpec } from "../../../src/spec/walk/walk-spec.ts";

function visited(value: Json, start?: Parameters<typeof walkSpec>[2]): string[] {
  const places: string[] = [];
  walkSpec(value, (kind, _, tokens) => void places.push(`${kind} ${toPointer(tokens)}`), start);
  return places;
}

test("objects and containers are visited, parents first, in document order", () => {
  const document = {
    openapi: "3.0.0",
    paths: {
      "x-note": { get: {} },
      "/a": { parameters: [{ schema: {} }], get: { responses: { "200": { headers: { "x-rate": {} } }, "x-r": {} } } },
    },
    components: { schemas: { "x-a": true } },
  };
  expect(visited(document)).toEqual([
    "document ",
    "paths /paths",
    "pathItem /paths/~1a",
    "parameterList /paths/~1a/parameters",
    "parameter /paths/~1a/parameters/0",
    "schema /paths/~1a/parameters/0/schema",
    "operation /paths/~1a/get",
    "responses /paths/~1a/get/responses",
    "response /paths/~1a/get/responses/200",
    "headers /paths/~1a/get/responses/200/headers",
    "header /paths/~1a/get/responses/200/headers/x-rate",
    "components /components",
    "schemas /components/schemas",
    "schema /components/schemas/x-a",
  ]);
});

test("data is not visited, and properties named like data are", () => {
  const schema = {
    example: { properties: {} },
    default: { items: {} },
    enum: [{ items: {} }],
    const: { items: {} },
    examples: [{ items: {} }],
    "x-more": { items: {} },
    properties: { example: {}, default: {}, enum: {}, $ref: {}, "x-foo": {} },
    items: [{}, {}],
  };
  expect(visited(schema, "schema")).toEqual([
    "schema ",
    "schemas /properties",
    "schema /properties/example",
    "schema /properties/default",
    "schema /properties/enum",
    "schema /properties/$ref",
    "schema /properties/x-foo",
    "schema /items",
    "schema /items/0",
    "schema /items/1",
  ]);
});

test("a visitor can leave out what is below", () => {
  const places: string[] = [];
  walkSpec({ paths: { "/a": {} } }, (kind) => {
    places.push(kind);
    return kind === "paths" ? "skip" : undefined;
  });
  expect(places).toEqual(["document", "paths"]);
});

test("H15 a schema 100,000 deep takes no call stack", () => {
  let schema: Json = {};
  for (let depth = 0; depth < 100_000; depth += 1) schema = { items: schema };
  let count = 0;
  walkSpec(
    schema,
    () => {
      count += 1;
    },
    "schema",
  );
  expect(count).toBe(100_001);
});

test("H06 names of prototype members are places only where the document has them", () => {
  const document = JSON.parse('{"components":{"schemas":{"__proto__":{"items":{}},"constructor":{}}}}');
  expect(visited(document)).toEqual([
    "document ",
    "components /components",
    "schemas /components/schemas",
    "schema /components/schemas/__proto__",
    "schema /components/schemas/__proto__/items",
    "schema /components/schemas/constructor",
  ]);
});
