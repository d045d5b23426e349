import type { JsonObject } from "../../src/spec/json.ts";
import { accepts } from "./positions/accepts.ts";
import type { Position } from "./positions/position.ts";
import { positions as everywhere } from "./positions.ts";
import type { Soil } from "./soil.ts";

/**
 * A spec that has each text in every position that takes it: a path with four operations and a schema for each text.
 * @param openapi `3.0.3` or `3.1.0`
 * @param takes whether a position gets a text; by default where a spec with it is to be accepted
 */
export function hostileDocument(
  openapi: string,
  texts: readonly string[],
  positions: readonly Position[] = everywhere,
  takes: (position: Position, text: string) => boolean = accepts,
): JsonObject {
  const document: JsonObject = {
    openapi,
    info: { title: "", version: "" },
    servers: [],
    tags: [],
    paths: {},
    components: { schemas: {}, securitySchemes: {} },
  };
  for (const [n, text] of texts.entries()) {
    const soil = prepare(document, n);
    for (const position of positions) if (takes(position, text)) position.plant(soil, text);
    place(document, soil);
  }
  const info = document.info as JsonObject;
  info.title ||= "Title";
  info.version ||= "1";
  return document;
}

function prepare(document: JsonObject, n: number): Soil {
  const components = document.components as JsonObject;
  const tag: JsonObject = { name: `tag ${n}` };
  const parameters: JsonObject[] = [];
  const getParameters: JsonObject[] = [];
  const json: JsonObject = {};
  const requestBody: JsonObject = { required: true, content: { "application/json": json } };
  const answer: JsonObject = { description: "Fine.", content: { "application/json": {} } };
  const plain = () => ({ tags: [tag.name as string], responses: { 204: { description: "Done." } } });
  const get: JsonObject = { ...plain(), parameters: getParameters };
  const put: JsonObject = plain();
  const post: JsonObject = { ...plain(), parameters, requestBody, responses: { 200: answer } };
  const patch: JsonObject = plain();
  return {
    is31: String(document.openapi).startsWith("3.1"),
    n,
    document,
    info: document.info as JsonObject,
    tag,
    servers: document.servers as JsonObject[],
    schemas: components.schemas as JsonObject,
    securitySchemes: components.securitySchemes as JsonObject,
    pathItem: { get, put, post, patch },
    get,
    put,
    post,
    patch,
    parameters,
    getParameters,
    requestBody,
    json,
    answer,
    schema: { type: "object", properties: {} },
    path: `/p${n}`,
    schemaName: `Schema${n}`,
  };
}

/** Puts path item and schema where they belong, once their names are known. */
function place(document: JsonObject, soil: Soil): void {
  const token = soil.schemaName.replaceAll("~", "~0").replaceAll("/", "~1");
  const ref = { $ref: `#/components/schemas/${/\p{Cs}/u.test(token) ? token : encodeURIComponent(token)}` };
  soil.json.schema = ref;
  (soil.answer.content as JsonObject)["application/json"] = { schema: ref };
  (document.tags as JsonObject[]).push(soil.tag);
  (document.paths as JsonObject)[soil.path] = soil.pathItem;
  soil.schemas[soil.schemaName] = soil.schema;
  // What the path names holds for each of its operations.
  const inPath = soil.parameters.filter((one) => (one as JsonObject).in === "path");
  if (inPath.length > 0) soil.pathItem.parameters = inPath;
  soil.post.parameters = soil.parameters.filter((one) => (one as JsonObject).in !== "path");
}
