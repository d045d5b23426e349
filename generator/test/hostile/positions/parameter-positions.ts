import type { JsonObject } from "../../../src/spec/json.ts";
import type { Position } from "./position.ts";
import { put } from "./put.ts";

const string = { type: "string" };

/** Places of parameters: names, texts, values, and what becomes filters and sorters. */
export const parameterPositions: readonly Position[] = [
  ...(["query", "cookie", "header", "path"] as const).map(
    (place): Position => ({
      name: `${place} parameter texts`,
      kind: "text",
      plant: (soil, text) => {
        const { parameters, n } = soil;
        const name = `X-${place}-${n}`;
        if (place === "path") soil.path = `${soil.path}/{${name}}`;
        parameters.push({
          name,
          in: place,
          required: place === "path",
          description: text,
          deprecated: true,
          "x-deprecated-description": text,
          example: text,
          examples: { one: { summary: text, description: text, value: text, externalValue: text } },
          // A header cannot carry any text.
          schema: { type: "string", description: text, title: text, default: text, format: text, pattern: text },
        });
      },
    }),
  ),
  ...(["query", "cookie"] as const).map(
    (place): Position => ({
      name: `${place} parameter name`,
      kind: "name",
      plant: ({ parameters, n }, text) => {
        parameters.push(
          { name: text, in: place, schema: { type: "string", enum: ["a"] } },
          { name: `${text}-${n}`, in: place, style: "form", explode: false, schema: { type: "array", items: string } },
        );
      },
    }),
  ),
  {
    name: "header parameter name",
    kind: "token",
    plant: ({ parameters }, text) => void parameters.push({ name: text, in: "header", schema: string }),
  },
  {
    name: "path parameter name",
    kind: "name",
    plant: (soil, text) => {
      const name = text.replace(/[{}]/g, "") || "p";
      soil.path = `${soil.path}/{${name}}`;
      soil.parameters.push({ name, in: "path", required: true, schema: string });
    },
  },
  {
    name: "parameter enum",
    kind: "value",
    plant: ({ parameters }, text) => {
      parameters.push({ name: "e", in: "query", schema: { type: "string", enum: [text, "other"], default: text } });
    },
  },
  {
    name: "content-typed parameter",
    kind: "value",
    plant: ({ parameters }, text) => {
      const properties: JsonObject = {};
      put(properties, text, string);
      parameters.push({
        name: "c",
        in: "query",
        description: text,
        content: { "application/json": { schema: { type: "object", properties }, example: text } },
      });
    },
  },
  {
    name: "deepObject property",
    kind: "value",
    plant: ({ parameters }, text) => {
      const properties: JsonObject = {};
      put(properties, text, string);
      parameters.push({
        name: "d",
        in: "query",
        style: "deepObject",
        explode: true,
        schema: { type: "object", properties },
      });
    },
  },
  {
    name: "x-sailkit-filters and x-sailkit-sorters",
    kind: "text",
    plant: ({ parameters }, text) => {
      const fields: JsonObject = {};
      put(fields, text, { operators: [text, "eq"], type: text, enum: [text] });
      parameters.push(
        { name: "filters", in: "query", schema: string, "x-sailkit-filters": fields },
        { name: "sorters", in: "query", schema: string, "x-sailkit-sorters": [text, `-${text}`] },
      );
    },
  },
  {
    name: "filters and sorters in prose",
    kind: "text",
    plant: ({ getParameters }, text) => {
      const prose = `Filter and sort by the following fields: **${text}, b**\n\n**${text}**: *eq, ${text}*`;
      getParameters.push(
        { name: "filters", in: "query", description: prose, schema: string },
        { name: "sorters", in: "query", description: prose, schema: string },
      );
    },
  },
];
