import { expect, test } from "vitest";
import { emitTypes } from "../../../src/emit/types/emit-types.ts";
import { schemasBlock, withSchemasBlock } from "../../../src/emit/types/schemas-block.ts";
import { prepareSpec } from "../../../src/spec/transforms/prepare-spec.ts";

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: {
    "/pets/{id}": {
      get: {
        operationId: "getPet",
        deprecated: true,
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { 204: { description: "Nothing." } },
      },
    },
  },
};

test("a path names the methods it has, and nothing it has not", async () => {
  const text = await emitTypes(prepareSpec(document).types);

  expect(text.slice(text.indexOf("export interface paths"), text.indexOf("export type webhooks"))).toBe(
    `export interface paths {
    "/pets/{id}": {
        /** @deprecated */
        get: operations["getPet"];
    };
}
`,
  );
});

test("whoever shares the thread gets it between the steps", async () => {
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  await emitTypes(prepareSpec(document).types, { pause });

  expect(pauses).toBe(2);
});

test("component schemas that are put in are where and what they would be if printed", async () => {
  const schema = {
    type: "object",
    description: "A } and };",
    properties: { schemas: { type: "object", properties: { a: {} } } },
  };
  const webhooks = { schemas: { post: { responses: {} } } };
  const { types } = prepareSpec({ ...document, webhooks, components: { schemas: { Pet: schema, schemas: schema } } });
  const whole = await emitTypes(types);
  const block = schemasBlock(whole) ?? "";

  expect(block).toContain("Pet: {");
  expect(withSchemasBlock(await emitTypes(types, { omitSchemas: true }), block)).toBe(whole);
});
