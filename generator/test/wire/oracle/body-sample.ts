import { isObject, type Json, type JsonObject } from "../../../src/spec/json.ts";
import { entriesOf } from "./entries-of.ts";
import { resolve } from "./resolve.ts";
import { sampleValue } from "./sample-value.ts";
import { type Pair, styledPairs } from "./serialize-parameter.ts";
import type { SpecMedia } from "./spec-operation.ts";

/** One part of a multipart body. */
export interface Part {
  readonly name: string;
  /** Content as text, bytes as Latin-1. */
  readonly content: string;
  /** Undefined where any will do. */
  readonly type: string | undefined;
  readonly isFile: boolean;
}

/** A body to send, and what has to arrive. */
export interface BodySample {
  /** The media type to ask for where the operation has several, and to find in the header. */
  readonly contentType: string;
  readonly value: unknown;
  readonly arrives:
    | { readonly json: Json }
    | { readonly pairs: readonly Pair[] }
    | { readonly parts: readonly Part[] }
    | { readonly bytes: Uint8Array };
}

const BYTES = new Uint8Array([0, 13, 10, 45, 45, 128, 255]);

/** Something to send as a media type, and what the rules of OpenAPI make of it. */
export function bodySample(document: JsonObject, media: SpecMedia): BodySample {
  const essence = media.type.split(";")[0]?.trim().toLowerCase() ?? "";
  const schema = resolve(document, media.source.schema);
  const isAny = essence === "*/*" || essence === "application/*";
  if (/[/+]json$/.test(essence) || essence === "json" || (isAny && schema.format !== "binary")) {
    const value = sampleValue(document, media.source.schema, "body");
    return { contentType: isAny ? "application/json" : media.type, value, arrives: { json: value } };
  }
  const encoding = isObject(media.source.encoding) ? media.source.encoding : {};
  const fields = properties(document, media.source.schema);
  if (essence === "application/x-www-form-urlencoded") {
    const entries = fields.map(([name, property]): [string, Json] => [name, sampleValue(document, property, "body")]);
    const pairs = entries.flatMap(([name, value]) => formPairs(name, value, objectAt(encoding, name)));
    return { contentType: media.type, value: Object.fromEntries(entries), arrives: { pairs } };
  }
  if (essence.startsWith("multipart/")) {
    const entries = fields.map(([name, property]): [string, unknown] => [name, partValue(document, property)]);
    const parts = entries.flatMap(([name, value]) => partsOf(name, value, objectAt(encoding, name)));
    return { contentType: media.type, value: Object.fromEntries(entries), arrives: { parts } };
  }
  const contentType = media.type.replace("*/*", "application/pdf").replace("/*", "/x-sample");
  if (!essence.startsWith("text/") && !essence.endsWith("xml"))
    return { contentType, value: BYTES, arrives: { bytes: BYTES } };
  const text = "<é>\n\t&$&";
  return { contentType, value: text, arrives: { bytes: new TextEncoder().encode(text) } };
}

/** Properties of a schema, those of its `allOf` included. */
function properties(document: JsonObject, value: Json | undefined, depth = 0): [string, Json][] {
  const schema = resolve(document, value);
  if (depth > 6) return [];
  const own = isObject(schema.properties) ? entriesOf(schema.properties) : [];
  const [choice] = [schema.oneOf, schema.anyOf].filter(Array.isArray);
  const members = [...(Array.isArray(schema.allOf) ? schema.allOf : []), ...(choice?.slice(0, 1) ?? [])];
  const all = [...members.flatMap((member) => properties(document, member, depth + 1)), ...own];
  return [...new Map(all)].filter(([, property]) => sampleValue(document, property, "body") !== null);
}

const objectAt = (record: JsonObject, name: string): JsonObject => {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return isObject(value) ? value : {};
};

/** https://spec.openapis.org/oas/v3.1.1.html#encoding-the-x-www-form-urlencoded-media-type */
function formPairs(name: string, value: Json, encoding: JsonObject): Pair[] {
  const { style, explode, allowReserved, contentType } = encoding;
  if (style !== undefined || explode !== undefined || allowReserved !== undefined) {
    const stated = typeof style === "string" ? style : "form";
    return styledPairs(name, value, stated, typeof explode === "boolean" ? explode : stated === "form");
  }
  if (typeof contentType === "string" && /[/+]json\b/.test(contentType)) return [[name, JSON.stringify(value)]];
  if (Array.isArray(value)) return styledPairs(name, value, "form", true);
  return [[name, isObject(value) ? JSON.stringify(value) : String(value)]];
}

/** Like any sample, but bytes where the schema says binary, alone or in a list. */
function partValue(document: JsonObject, property: Json): unknown {
  const schema = resolve(document, property);
  if (schema.format === "binary") return BYTES;
  const sample = sampleValue(document, property, "body");
  if (Array.isArray(sample) && resolve(document, schema.items).format === "binary")
    return [BYTES, new Blob(["x"], { type: "text/x" })];
  return sample;
}

/** https://spec.openapis.org/oas/v3.1.1.html#encoding-multipart-media-types */
function partsOf(name: string, value: unknown, { contentType }: JsonObject): Part[] {
  const [first] = typeof contentType === "string" ? contentType.split(",").map((type) => type.trim()) : [];
  const stated = first?.includes("*") ? undefined : first;
  return [value].flat().map((item): Part => {
    if (item instanceof Blob) return { name, content: "x", type: "text/x", isFile: true };
    if (item instanceof Uint8Array) {
      return { name, content: String.fromCharCode(...item), type: stated ?? "application/octet-stream", isFile: true };
    }
    const asJson = typeof item === "object" || (stated !== undefined && /[/+]json\b/.test(stated));
    const content = asJson ? JSON.stringify(item) : String(item);
    const type = stated ?? (typeof item === "object" ? "application/json" : undefined);
    return { name, content: Buffer.from(content, "utf8").toString("latin1"), type, isFile: false };
  });
}
