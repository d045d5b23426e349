import { decodeJson } from "../call-operation.ts";
import type { Codec } from "../codec.ts";

/** Answers of several media types, or of one that is not JSON: text as string, bytes as Blob, JSON as value. */
export const media: Codec = {
  async decode(response, { accept = "" }) {
    const type = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    const declared = type ?? accept.split(",")[0] ?? "";
    if (/[/+]json$/.test(declared)) return decodeJson(response);
    // HTML where the operation answers JSON is a proxy's page, not data.
    if (type === "text/html" && !/text\/(html|\*)|\*\/\*/.test(accept)) return decodeJson(response);
    return isText(declared) ? response.text() : nonEmpty(await response.blob());
  },
};

const isText = (type: string) =>
  /^text\/|[/+](xml|yaml|csv|x-ndjson|jsonl|x-www-form-urlencoded|javascript|graphql)$|\bjson/.test(type);

const nonEmpty = (blob: Blob) => (blob.size > 0 ? blob : undefined);
