import type { JsonObject } from "../../../src/spec/json.ts";
import type { Position } from "./position.ts";
import { put } from "./put.ts";

/** Places of paths, operations, callbacks and webhooks. */
export const operationPositions: readonly Position[] = [
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
