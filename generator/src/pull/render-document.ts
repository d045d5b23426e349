import { isDeepStrictEqual } from "node:util";
import { dump } from "js-yaml";
import type { JsonObject } from "../spec/json.ts";
import { parseText } from "../spec/read/parse-text.ts";
import type { ParsedEdition } from "./parse-edition.ts";

/**
 * The text of a spec file, in the notation that the file's name promises. A document that came in that notation keeps its
 * text, comments and order; any other is written anew, keys in their order, the same text for the same document.
 *
 * @param file its name ends in `.json`, or in `.yaml` or `.yml`
 */
export async function renderDocument({ document, text }: ParsedEdition, file: string): Promise<string> {
  const isJson = /\.json$/i.test(file);
  const wasJson = text !== undefined && /^\s*\{/.test(text);
  if (text !== undefined && isJson === wasJson && text.includes("\n", 2)) return unixText(text);
  const json = `${JSON.stringify(document, null, 2)}\n`;
  if (isJson) return json;
  const yaml = dump(document, { noRefs: true, lineWidth: -1 });
  // JSON is YAML: better an unusual layout than another meaning.
  return (await means(yaml, document)) ? yaml : json;
}

/** Line ends as git stores them, and none missing at the end: another checkout has the same bytes. */
function unixText(text: string): string {
  return `${text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .trimEnd()}\n`;
}

async function means(yaml: string, document: JsonObject): Promise<boolean> {
  try {
    return isDeepStrictEqual((await parseText(yaml, "the converted document")).value, document);
  } catch {
    return false;
  }
}
