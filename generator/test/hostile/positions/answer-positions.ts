import type { JsonObject } from "../../../src/spec/json.ts";
import type { Position } from "./position.ts";
import { put } from "./put.ts";

const string = { type: "string" };

/** Places of answers: texts, headers, links. */
export const answerPositions: readonly Position[] = [
  {
    name: "answer texts",
    kind: "text",
    plant: ({ answer, n }, text) => {
      answer.description = text;
      answer.headers = {
        [`X-Answer-${n}`]: { description: text, schema: { type: "string", description: text, default: text } },
      };
      answer.links = { next: { description: text, operationId: text, parameters: { id: text } } };
    },
  },
  {
    name: "answer header name",
    kind: "name",
    plant: ({ get }, text) => {
      const headers: JsonObject = {};
      put(headers, text, { schema: string });
      get.responses = { 200: { description: "Fine.", headers, content: { "application/json": { schema: string } } } };
    },
  },
];
