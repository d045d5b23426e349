import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/spec/json.ts";
import { rulesFound } from "./rules-found.ts";

const responses = { default: { description: "d" } };
const head = { openapi: "3.1.0", info: { title: "T", version: "1" } };
const withOperation = (operation: Json, path = "/a"): JsonObject => ({
  ...head,
  paths: { [path]: { get: operation } },
});

test("a sound document has no findings", () => {
  expect(rulesFound(withOperation({ operationId: "a", tags: ["t"], responses }))).toEqual([]);
});

test("the path decides which path parameters there are", () => {
  const parameter = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
  const found = (path: string, ...names: string[]) =>
    rulesFound(withOperation({ parameters: names.map(parameter), responses }, path));
  expect(found("/a/{id}", "id")).toEqual([]);
  expect(found("/a/{id}")).toEqual(["warning path-parameters /paths/~1a~1{id}/get"]);
  expect(found("/a", "id")).toEqual(["warning path-parameters /paths/~1a/get"]);
  expect(found("/a/{id}", "other")).toEqual(["warning path-parameters /paths/~1a~1{id}/get"]);
  expect(found("/a/{id}/{id}", "id")).toEqual(["warning path-parameters /paths/~1a~1{id}~1{id}"]);
  const shared = { "/a/{id}": { parameters: [{ $ref: "#/components/parameters/Id" }], get: { responses } } };
  expect(rulesFound({ ...head, paths: shared, components: { parameters: { Id: parameter("id") } } })).toEqual([]);
});

test("paths without a slash, with queries or spaces are pointed out", () => {
  for (const path of ["a", "/a?b=c", "/a#b", "/a b"]) {
    expect(rulesFound(withOperation({ responses }, path))).toEqual([
      `warning path-text /paths/${path.replace("/", "~1")}`,
    ]);
  }
});

test("a path that repeats the end of the server's URL is pointed out", () => {
  const servers = [{ url: "https://{tenant}.example.com/beta/" }];
  expect(rulesFound({ ...withOperation({ responses }, "/beta/x"), servers })).toEqual([
    "warning path-below-server /paths/~1beta~1x",
  ]);
  expect(rulesFound({ ...withOperation({ responses }, "/betax"), servers })).toEqual([]);
});

test("parameters need a name, a place and a type", () => {
  const found = (parameter: Json) => rulesFound(withOperation({ parameters: [parameter], responses }));
  const at = "/paths/~1a/get/parameters/0";
  expect(found({ in: "query", schema: {} })).toEqual([`error parameter-shape ${at}`]);
  expect(found({ name: "a", schema: {} })).toEqual([`error parameter-shape ${at}`]);
  expect(found({ name: "a", in: "body", schema: {} })).toEqual([`error parameter-shape ${at}/in`]);
  expect(found({ name: "a", in: "query" })).toEqual([`warning parameter-shape ${at}`]);
  expect(found("a")).toEqual([`error malformed ${at}`]);
});

test("what is no object where an object should be is refused where a client depends on it", () => {
  expect(rulesFound({ ...head, paths: { "/a": "x" } })).toEqual(["error malformed /paths/~1a"]);
  expect(rulesFound({ ...head, paths: [] })).toContain("error malformed /paths");
  expect(rulesFound(withOperation("x"))).toEqual(["error malformed /paths/~1a/get"]);
  expect(rulesFound(withOperation({ responses: { "200": "x" } }))).toEqual([
    "error malformed /paths/~1a/get/responses/200",
  ]);
  expect(rulesFound(withOperation({ responses, parameters: {} }))).toEqual([
    "error malformed /paths/~1a/get/parameters",
  ]);
  const schemas = { A: { properties: { a: "string" }, items: [true, {}], not: false } };
  expect(rulesFound({ ...withOperation({ responses }), components: { schemas } })).toEqual([
    "error malformed /components/schemas/A/properties/a",
  ]);
  const content = { "application/json": { examples: ["x"] } };
  expect(rulesFound(withOperation({ responses: { "200": { description: "d", content } } }))).toEqual([
    "warning malformed /paths/~1a/get/responses/200/content/application~1json/examples",
  ]);
});

test("answers that cannot come, or are not declared, are pointed out", () => {
  expect(rulesFound(withOperation({}))).toEqual(["warning response-keys /paths/~1a/get"]);
  expect(
    rulesFound(withOperation({ responses: { "200 OK": { description: "d" }, "4XX": {}, default: {}, "x-a": 1 } })),
  ).toEqual(["warning response-keys /paths/~1a/get/responses/200 OK"]);
});

test("an operation under a key that is no method is named, since it is left out", () => {
  const operation = { responses: { 204: { description: "" } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "a", version: "1" },
    paths: { "/a": { GET: operation, find: {}, "x-a": {} } },
  };
  expect(rulesFound(document)).toEqual([
    "warning path-item-keys /paths/~1a/GET",
    "warning path-item-keys /paths/~1a/find",
  ]);
});

test("a body that cannot be sent is pointed out", () => {
  expect(rulesFound(withOperation({ requestBody: { content: {} }, responses }))).toEqual([
    "warning request-body-method /paths/~1a/get/requestBody",
  ]);
});

test("security schemes that are not declared are pointed out once", () => {
  const document = { ...withOperation({ security: [{ a: [] }, {}], responses }), security: [{ a: [] }] };
  expect(rulesFound(document)).toEqual(["warning security-names /security/0"]);
  expect(rulesFound({ ...document, components: { securitySchemes: { a: { type: "http" } } } })).toEqual([]);
});

test("references that an overlay brought in must lead to components", () => {
  const found = ($ref: string) => rulesFound(withOperation({ responses: { "200": { $ref } } }));
  for (const ref of ["#/components/responses/Gone", "other.yaml", "#/components/schemas/A", "https://example.com/"]) {
    expect(found(ref)).toEqual(["error dangling-ref /paths/~1a/get/responses/200/$ref"]);
  }
});

test("OpenAPI 3.2 is read with a note", () => {
  expect(rulesFound({ ...withOperation({ responses }), openapi: "3.2.0" })).toEqual([
    "warning document-shape /openapi",
  ]);
});
