import { expect, test } from "vitest";
import { docsSource } from "../../../../src/emit/docs/docs-source.ts";
import { fieldRows } from "../../../../src/emit/docs/fields/field-rows.ts";
import { typeMarkdown } from "../../../../src/emit/docs/fields/type-markdown.ts";
import type { Json, JsonObject } from "../../../../src/spec/json.ts";
import { prepareSpec } from "../../../../src/spec/transforms/prepare-spec.ts";

const schemas: JsonObject = {
  Kind: { type: "string", enum: ["a", "b"], nullable: true, description: "Its kind.\n\nMore of it." },
  Base: { type: "object", required: ["id"], properties: { id: { type: "string", format: "uuid" } } },
  Thing: {
    allOf: [{ $ref: "#/components/schemas/Base" }],
    required: ["name"],
    properties: {
      name: { type: "string", description: "One | **two**.", minLength: 1, maxLength: 5, deprecated: true },
      kind: { $ref: "#/components/schemas/Kind" },
      parts: {
        type: "array",
        items: {
          type: "object",
          required: ["size"],
          properties: { size: { type: "integer", minimum: 0, default: 3 } },
        },
      },
      state: { type: "string", enum: ["ON", "OFF"], readOnly: true },
    },
  },
};
const document: JsonObject = {
  openapi: "3.0.3",
  info: { title: "Things", version: "1" },
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        responses: {
          "200": {
            description: "",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
        },
      },
    },
  },
  components: { schemas },
};
const settings = { api: "things", package: "things", source: "things.yaml", command: "generate", sdk: undefined };
const source = docsSource(prepareSpec(document), settings);

test("a model's table has every field, with those of its parents and of objects inside", () => {
  const rows = fieldRows(source, { $ref: "#/components/schemas/Thing" }, { folder: "", key: "Thing" });
  expect(
    rows.map(({ name, type, required, nullable, description, notes }) =>
      [name, type, required, nullable, description, notes].join(" ; "),
    ),
  ).toEqual([
    "`id` ; `string` ; yes ; no ;  ; Format: `uuid`",
    "`kind` ; [`Kind`](kind.md) ; no ; yes ; Its kind. ; Values: `a`, `b`",
    "`name` ; `string` ; yes ; no ; **Deprecated.** One \\| **two**. ; 1 to 5 characters",
    "`parts` ; `{ size: number }[]` ; no ; no ;  ; ",
    "`parts[].size` ; `number` ; yes ; no ;  ; Default: `3`<br/>At least 0",
    '`state` ; `"ON" \\| "OFF"` ; no ; no ;  ; Values: `ON`, `OFF`<br/>Exported as `thingStateValues` and `ThingState`; other values may be answered<br/>Read-only',
  ]);
});

test.each<[Json, string]>([
  [{ type: "integer" }, "`number`"],
  [{ type: ["string", "null"] }, "`string`"],
  [{ type: ["string", "integer"] }, "`string \\| number`"],
  [{ type: "string", format: "binary" }, "`Blob`"],
  [{ type: "array", items: { type: "string", nullable: true } }, "`(string \\| null)[]`"],
  [
    { type: "object", additionalProperties: { $ref: "#/components/schemas/Thing" } },
    "[`Record<string, Thing>`](../models/thing.md)",
  ],
  [
    { oneOf: [{ $ref: "#/components/schemas/Thing" }, { type: "string" }] },
    "[`Thing`](../models/thing.md) \\| `string`",
  ],
  [
    { allOf: [{ $ref: "#/components/schemas/Thing" }, { $ref: "#/components/schemas/Base" }] },
    "`(Thing & Base)` ([`Thing`](../models/thing.md), [`Base`](../models/base.md))",
  ],
  [{ enum: ["a|b", 1] }, '`"a\\|b" \\| 1`'],
  [{ type: "string", enum: Array.from({ length: 30 }, (_, index) => `value${index}`) }, "`string`"],
  [{ type: "object", properties: { "a b": { type: "string" } } }, '`{ "a b"?: string }`'],
  [{ $ref: "#/components/schemas/None" }, "`unknown`"],
  [true, "`unknown`"],
])("the type of %j is %s", (schema, expected) => {
  expect(typeMarkdown(source, schema, { folder: "../models/" })).toBe(expected);
});
