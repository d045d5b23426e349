import type { Json, JsonObject } from "../../src/spec/json.ts";
import { isRefusedInNames } from "./payloads.ts";
import type { Soil } from "./soil.ts";

/**
 * A place of a spec that text can be put into. What each kind takes: `text` anything; `data` (names of properties, values) no
 * marks that reorder text; `value` (data that goes into a URL or form) no halves of characters besides; `name` no control
 * characters besides; `segment` (of a path) no dots alone besides; `token` what a header name can be.
 */
export interface Position {
  readonly name: string;
  readonly kind: "text" | "data" | "value" | "name" | "token" | "segment";
  readonly plant: (soil: Soil, text: string) => void;
}

const REORDERING = /[\u2028-\u202e\u2066-\u2069]/;

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Whether a spec with this text in this position is to be accepted. */
export function accepts({ kind }: Position, text: string): boolean {
  const isWhole = !/\p{Cs}/u.test(text);
  switch (kind) {
    case "text":
      return true;
    case "data":
      return !REORDERING.test(text);
    case "value":
      return !REORDERING.test(text) && isWhole;
    case "token":
      // Node drops a header of this name on its way in.
      return TOKEN.test(text) && text !== "__proto__";
    case "segment":
      return (
        !isRefusedInNames(text) && isWhole && !text.split(/[/\\?#]/).some((part) => /^(?:\.|%2e){1,2}$/i.test(part))
      );
    case "name":
      return !isRefusedInNames(text) && isWhole;
  }
}

/** Adds to a text that stands only once in a document. */
function append(target: JsonObject, key: string, text: string): void {
  target[key] = typeof target[key] === "string" ? `${target[key]}\n\n${text}` : text;
}

/** Sets a key that may be `__proto__`. */
function put(target: JsonObject, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

const string = { type: "string" };

const documentPositions: Position[] = [
  ...["title", "description", "version", "termsOfService", "summary"].map(
    (key): Position => ({ name: `info.${key}`, kind: "text", plant: ({ info }, text) => append(info, key, text) }),
  ),
  {
    name: "info.contact and info.license",
    kind: "text",
    plant: ({ info }, text) => {
      info.contact = { name: text, url: text, email: text, "x-any": text };
      info.license = { name: text, url: text, identifier: text };
    },
  },
  {
    name: "externalDocs",
    kind: "text",
    plant: ({ document }, text) => {
      document.externalDocs = { url: text, description: text };
    },
  },
  {
    name: "extensions",
    kind: "text",
    plant: ({ document, post, schema }, text) => {
      for (const target of [document, post, schema]) put(target, `x-${text}`, { [`${text} `]: [text], $ref: text });
    },
  },
  {
    name: "tags[].description",
    kind: "text",
    plant: ({ tag }, text) => {
      Object.assign(tag, { description: text, externalDocs: { url: text, description: text }, "x-displayName": text });
    },
  },
  {
    name: "tags[].name",
    kind: "name",
    plant: ({ tag, post, get }, text) => {
      tag.name = text;
      post.tags = [text];
      get.tags = ["Second", text];
    },
  },
  {
    name: "servers[].description",
    kind: "text",
    plant: ({ servers, n }, text) =>
      servers.push({
        url: `https://s${n}.example.com/{v}`,
        description: text,
        variables: { v: { default: "a", description: text } },
      }),
  },
  {
    name: "servers[].url",
    kind: "name",
    plant: ({ servers, n }, text) => servers.push({ url: `https://u${n}.example.com/${text}` }, { url: text }),
  },
  {
    name: "servers[].variables",
    kind: "name",
    plant: ({ servers, n }, text) => {
      const name = text.replace(/[{}?#\s\\`]/g, "") || "v";
      const variables = {};
      put(variables, name, { default: text, enum: [text, "other"], description: text });
      servers.push({ url: `https://v${n}.example.com/{${name}}`, variables });
    },
  },
];

const operationPositions: Position[] = [
  {
    name: "paths",
    kind: "segment",
    plant: (soil, text) => {
      soil.path = `${soil.path}/${text}`;
    },
  },
  {
    name: "operationId",
    kind: "name",
    plant: ({ post }, text) => {
      post.operationId = text;
    },
  },
  {
    name: "path item and operation texts",
    kind: "text",
    plant: ({ pathItem, post }, text) => {
      Object.assign(pathItem, { summary: text, description: text });
      Object.assign(post, { summary: text, description: text, externalDocs: { url: text, description: text } });
    },
  },
  {
    name: "x-deprecated-description",
    kind: "text",
    plant: ({ get }, text) => {
      Object.assign(get, { deprecated: true, "x-deprecated-description": text, summary: text });
    },
  },
  {
    name: "x-sailpoint-userLevels",
    kind: "text",
    plant: ({ post }, text) => {
      post["x-sailpoint-userLevels"] = [text, text];
    },
  },
  {
    name: "operation servers",
    kind: "name",
    plant: ({ get, n }, text) => {
      // What no URL can hold makes the server be left out.
      get.servers = [{ url: `https://o${n}.example.com/${text.replace(/[\s\\`?#{}]/g, "")}`, description: text }];
    },
  },
  {
    name: "callbacks",
    kind: "name",
    plant: ({ post }, text) => {
      const callback: JsonObject = {};
      put(callback, `{$request.body#/url}${text}`, {
        post: { summary: text, responses: { 200: { description: text } } },
      });
      const callbacks: JsonObject = {};
      put(callbacks, text, callback);
      post.callbacks = callbacks;
    },
  },
  {
    name: "webhooks",
    kind: "name",
    plant: ({ document, is31 }, text) => {
      if (!is31) return;
      document.webhooks ??= {};
      const content: JsonObject = { "application/json": { schema: { type: "string", description: text } } };
      put(document.webhooks as JsonObject, text, {
        post: { summary: text, description: text, requestBody: { content }, responses: { 200: { description: text } } },
      });
    },
  },
];

const parameterPositions: Position[] = [
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

const bodyPositions: Position[] = [
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

const answerPositions: Position[] = [
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

const schemaPositions: Position[] = [
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

const securityPositions: Position[] = [
  {
    name: "security scheme texts",
    kind: "text",
    plant: ({ securitySchemes, n }, text) => {
      const flow = { authorizationUrl: text, tokenUrl: text, refreshUrl: text, scopes: { [`${text} `]: text } };
      securitySchemes[`oauth${n}`] = {
        type: "oauth2",
        description: text,
        flows: { authorizationCode: flow, clientCredentials: flow, [`x-${text}`]: text },
      };
      securitySchemes[`key${n}`] = { type: "apiKey", in: "header", name: "X-Key", description: text };
      securitySchemes[`http${n}`] = { type: "http", scheme: text, bearerFormat: text };
      securitySchemes[`oidc${n}`] = { type: "openIdConnect", openIdConnectUrl: text };
    },
  },
  {
    name: "security scheme name and scopes",
    kind: "name",
    plant: ({ securitySchemes, post }, text) => {
      const name = text === "__proto__" ? "proto" : text;
      put(securitySchemes, name, { type: "http", scheme: "bearer" });
      const requirement: JsonObject = {};
      put(requirement, name, [text, `${text}:write`]);
      post.security = [requirement, { [`undeclared ${text}`]: [text] }];
    },
  },
];

/** Every place of a spec that hostile text is put into. */
export const positions: readonly Position[] = [
  ...documentPositions,
  ...operationPositions,
  ...parameterPositions,
  ...bodyPositions,
  ...answerPositions,
  ...schemaPositions,
  ...securityPositions,
];
