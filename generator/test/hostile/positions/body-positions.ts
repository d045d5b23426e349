import type { JsonObject } from "../../../src/spec/json.ts";
import type { Position } from "./position.ts";
import { put } from "./put.ts";

const string = { type: "string" };

/** Places of request bodies: texts, media types, parts. */
export const bodyPositions: readonly Position[] = [
  {
    name: "request body texts",
    kind: "text",
    plant: ({ requestBody, json }, text) => {
      requestBody.description = text;
      json.example = { text };
      json.examples = { one: { summary: text, description: text, value: { text } } };
    },
  },
  {
    name: "media type of a request",
    kind: "name",
    plant: ({ put: operation }, text) => {
      // A star makes a range of it.
      const safe = text.replace(/[^\x20-\x7e]|\*/g, "").replace(/["\\]/g, "\\$&");
      operation.requestBody = {
        required: true,
        content: { [`text/plain; charset="utf-8"; p="${safe}"`]: { schema: string } },
      };
    },
  },
  {
    name: "media type of an answer",
    kind: "name",
    plant: ({ answer }, text) => {
      put(answer.content as JsonObject, text, { schema: string });
      put(answer.content as JsonObject, `application/${text}+json`, { schema: string });
    },
  },
  {
    name: "multipart and form properties",
    kind: "value",
    plant: ({ patch }, text) => {
      const properties: JsonObject = {};
      put(properties, text, string);
      put(properties, `${text} list`, { type: "array", items: string });
      const encoding: JsonObject = {};
      put(encoding, text, { contentType: "text/markdown", headers: {} });
      const schema = { type: "object", properties };
      patch.requestBody = {
        required: true,
        content: {
          "multipart/form-data": { schema, encoding },
          "application/x-www-form-urlencoded": { schema },
        },
      };
    },
  },
];
