import type { Codec } from "../codec.ts";
import { decodeJson } from "../decode-json.ts";
import { blob } from "./blob.ts";
import { text } from "./text.ts";

/** Answers of several kinds: JSON as value, text as string, anything else as Blob. */
export const media: Codec = {
  async decode(response, operation) {
    const { accept = "", answers = [] } = operation;
    const type = (response.headers.get("content-type") ?? accept).split(/[;,]/)[0]?.trim().toLowerCase() ?? "";
    const kind = /[/+]json$/.test(type) ? "json" : TEXT.test(type) ? "text" : "blob";
    // A type that was never promised is read as what fits any.
    const read = [kind, "blob", "text"].find((one) => answers.includes(one));
    return read === "blob"
      ? blob.decode?.(response, operation)
      : read === "text"
        ? text.decode?.(response, operation)
        : decodeJson(response);
  },
};

const TEXT =
  /^text\/|[/+](?:xml|yaml|csv|x-ndjson|ndjson|jsonl|json-seq|x-yaml|javascript|graphql|sql|html|x-www-form-urlencoded)$/;
