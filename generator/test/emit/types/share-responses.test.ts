import { expect, test } from "vitest";
import { shareResponses } from "../../../src/emit/types/share-responses.ts";
import type { JsonObject } from "../../../src/spec/json.ts";

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (content: JsonObject) => ({ content: { "application/json": { schema: content } } });

test("equal responses become one component, named after what they carry", () => {
  const failure = () => json(schema("api-error"));
  const users = () => json({ type: "array", items: schema("User") });
  const { paths, components } = shareResponses({
    paths: {
      "/a": { get: { responses: { 200: users(), 400: failure(), 401: {} } } },
      "/b": { get: { responses: { 200: users(), 404: failure(), 401: {} }, parameters: [] } },
    },
    components: { schemas: {} },
  });

  expect(components).toEqual({
    schemas: {},
    responses: { UserList: users(), ApiError: failure(), Response401: {} },
  });
  const ref = (name: string) => ({ $ref: `#/components/responses/${name}` });
  expect(paths).toEqual({
    "/a": { get: { responses: { 200: ref("UserList"), 400: ref("ApiError"), 401: ref("Response401") } } },
    "/b": {
      get: { responses: { 200: ref("UserList"), 404: ref("ApiError"), 401: ref("Response401") }, parameters: [] },
    },
  });
});

test("a response that occurs once stays where it is", () => {
  const spec = {
    paths: { "/a": { get: { responses: { 200: json(schema("A")), 201: json(schema("B")) } } } },
    components: {},
  };

  expect(shareResponses(spec)).toEqual(spec);
});

test("different responses of one name are told apart, and names of objects stay data", () => {
  const plain = json(schema("__proto__"));
  const withHeader = { ...json(schema("__proto__")), headers: { "X-Total": { schema: { type: "string" } } } };
  const { components } = shareResponses({
    paths: {
      "/a": {
        get: { responses: { 200: plain, 201: withHeader } },
        put: { responses: { 200: plain, 201: withHeader } },
      },
    },
  });

  expect(components).toEqual({ responses: { Proto: plain, Proto2: withHeader } });
});
