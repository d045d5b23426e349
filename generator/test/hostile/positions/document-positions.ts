import type { JsonObject } from "../../../src/spec/json.ts";
import type { Position } from "./position.ts";
import { put } from "./put.ts";

/** Adds to a text that stands only once in a document. */
function append(target: JsonObject, key: string, text: string): void {
  target[key] = typeof target[key] === "string" ? `${target[key]}\n\n${text}` : text;
}

/** Places that a document has once or in lists of its own: info, tags, servers. */
export const documentPositions: readonly Position[] = [
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
