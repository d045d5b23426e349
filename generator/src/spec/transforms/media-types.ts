import type { MediaKind, MediaModel } from "../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { resolveObject } from "./resolve-ref.ts";

/** The media types of a request body or response, JSON first, else in code-unit order. */
export function mediaTypes(document: JsonObject, content: Json | undefined): MediaModel[] {
  if (!isObject(content)) return [];
  return Object.entries(content)
    .filter(([type]) => WRITABLE.test(type))
    .map(([type, value]) => {
      const media = resolveObject(document, value) ?? {};
      const schema = isObject(media.schema) ? media.schema : undefined;
      const encoding = isObject(media.encoding) ? media.encoding : {};
      return { type, kind: mediaKind(type, resolveObject(document, schema)), schema, encoding };
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** What a header can carry. */
const WRITABLE = /^[\x20-\x7e]*[\x21-\x7e][\x20-\x7e]*$/;

/** Plain JSON is what clients mean where they do not say; a range is no type that a request could name. */
function rank({ type, kind }: MediaModel): number {
  if (kind !== "json") return 3;
  if (type.includes("*")) return 2;
  return /^application\/json\s*(?:;|$)/i.test(type) ? 0 : 1;
}

const TEXT = /^text\/|[/+](?:xml|yaml|csv|x-ndjson|ndjson|jsonl|json-seq|x-yaml|javascript|graphql|sql|html)$/;

/** How a media type is written and read. A wildcard counts as JSON unless its schema says bytes. */
export function mediaKind(type: string, schema?: JsonObject): MediaKind {
  const essence = (type.split(";")[0] ?? "").trim().toLowerCase();
  if (/[/+]json$/.test(essence) || essence === "json") return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence.startsWith("multipart/")) return "multipart";
  if (TEXT.test(essence)) return "text";
  if (essence === "*/*" || essence === "application/*") return schema?.format === "binary" ? "binary" : "json";
  return "binary";
}
