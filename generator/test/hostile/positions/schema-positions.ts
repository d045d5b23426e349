import type { JsonObject } from "../../../src/spec/json.ts";
import type { Position } from "./position.ts";
import { put } from "./put.ts";

const string = { type: "string" };

/** Places of schemas: names, texts, values, keywords. */
export const schemaPositions: readonly Position[] = [
  {
    name: "schema texts",
    kind: "text",
    plant: ({ schema, is31 }, text) => {
      Object.assign(schema, {
        title: text,
        description: text,
        format: text,
        example: { text },
        externalDocs: { url: text, description: text },
        xml: { name: text, namespace: text, prefix: text },
        ...(is31 && { $comment: text, examples: [text], contentEncoding: text, contentMediaType: text }),
      });
      (schema.properties as JsonObject).text = {
        type: "string",
        title: text,
        description: text,
        format: text,
        pattern: text,
        default: text,
        example: text,
        deprecated: true,
      };
      (schema.properties as JsonObject).list = { type: "array", items: string, default: [text], description: text };
    },
  },
  {
    name: "schema name",
    kind: "name",
    plant: (soil, text) => {
      // A component called __proto__ is refused, and two names must not be one.
      soil.schemaName = text === "__proto__" ? soil.schemaName : text;
    },
  },
  {
    name: "property name",
    kind: "data",
    plant: ({ schema }, text) => {
      put(schema.properties as JsonObject, text, { type: "string", description: "A property." });
      schema.required = [text];
    },
  },
  {
    name: "enum values",
    kind: "data",
    plant: ({ schemas, schema, n }, text) => {
      schemas[`Values${n}`] = {
        type: "string",
        enum: [text, "other"],
        "x-enumDescriptions": { [`${text} `]: text },
        "x-enum-descriptions": [text, text],
        "x-enum-varnames": [text, text],
        "x-enumNames": [text, text],
      };
      put(schema.properties as JsonObject, `values-${n}`, { $ref: `#/components/schemas/Values${n}` });
      put(schema.properties as JsonObject, `own-${text}`, { type: "string", enum: [text, "other"], default: text });
    },
  },
  {
    name: "const",
    kind: "data",
    plant: ({ schema, is31 }, text) => {
      if (is31) put(schema.properties as JsonObject, "const", { const: text, default: text });
    },
  },
  {
    name: "discriminator",
    kind: "data",
    plant: ({ schemas, schema, n }, text) => {
      const properties: JsonObject = {};
      put(properties, text, string);
      schemas[`Cat${n}`] = { type: "object", properties, required: [text] };
      schemas[`Dog${n}`] = { type: "object", properties, required: [text] };
      const mapping: JsonObject = {};
      put(mapping, text, `#/components/schemas/Cat${n}`);
      put(mapping, `${text} dog`, `Dog${n}`);
      schemas[`Animal${n}`] = {
        oneOf: [{ $ref: `#/components/schemas/Cat${n}` }, { $ref: `#/components/schemas/Dog${n}` }],
        discriminator: { propertyName: text, mapping },
      };
      (schema.properties as JsonObject).animal = { $ref: `#/components/schemas/Animal${n}` };
    },
  },
  {
    name: "keywords of JSON Schema with names",
    kind: "data",
    plant: ({ schema, is31 }, text) => {
      if (!is31) return;
      for (const key of ["patternProperties", "dependentSchemas", "$defs"]) {
        const map: JsonObject = {};
        put(map, text, { type: "string", description: text });
        schema[key] = map;
      }
      const dependent: JsonObject = {};
      put(dependent, text, [text]);
      schema.dependentRequired = dependent;
      schema.propertyNames = { pattern: text, enum: [text] };
    },
  },
];
