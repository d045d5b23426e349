import { isObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Tidy } from "./tidy.ts";

const names = ["title", "summary", "description", "operationId", "version", "name", "url", "format", "pattern"];

/** Texts that YAML reads as numbers, booleans or more (`version: 1.0`, `operationId: 123`). */
export const textFields: Tidy = {
  id: "no-text",
  kinds: [
    "document",
    "example",
    "externalDocs",
    "header",
    "info",
    "operation",
    "parameter",
    "pathItem",
    "requestBody",
    "response",
    "schema",
    "securityScheme",
    "server",
    "tag",
  ],
  run: (node) => {
    const { value } = node;
    if (!isObject(value)) return;
    for (const field of names) {
      const text = own(value, field);
      if (text === undefined || text === null || typeof text === "string") continue;
      const plain = typeof text !== "object";
      if (plain) node.set([field], String(text));
      else node.remove([field]);
      node.warn([field], `"${field}" should be text; it was ${plain ? "read as such" : "left out"}.`);
    }
  },
};
