import { emitTypes } from "../../../../src/emit/types/emit-types.ts";
import type { JsonObject } from "../../../../src/spec/json.ts";
import { prepareSpec } from "../../../../src/spec/transforms/prepare-spec.ts";

/** Which way every schema of a test travels. */
export type Way = "answered" | "sent" | "both";

/** The types printed for component schemas, as the lines between the braces of `schemas`. */
export async function schemaTypes(schemas: JsonObject, way: Way = "answered"): Promise<string> {
  const all = { type: "object", properties: Object.fromEntries(Object.keys(schemas).map((key) => [key, refTo(key)])) };
  const content = { "application/json": { schema: all } };
  const put = {
    ...(way !== "answered" && { requestBody: { required: true, content } }),
    responses: { 200: { description: "", ...(way !== "sent" && { content }) } },
  };
  const document = { openapi: "3.1.0", info: {}, paths: { "/": { put } }, components: { schemas } };
  const source = await emitTypes(prepareSpec(document as unknown as JsonObject).types);
  const block = /^ {4}schemas: \{\n([\s\S]*?)\n {4}\};$/m.exec(source)?.[1] ?? "";
  return block.replaceAll(/^ {8}/gm, "");
}

function refTo(key: string): JsonObject {
  return { $ref: `#/components/schemas/${key}` };
}
