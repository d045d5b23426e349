import { tmpdir } from "node:os";
import path from "node:path";
import { bundleSpec } from "../spec/bundle/bundle-spec.ts";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { decodeText } from "../spec/read/decode-text.ts";
import { identifyOpenapi } from "../spec/read/identify-openapi.ts";
import { parseText } from "../spec/read/parse-text.ts";
import { refuse } from "../spec/read/refuse.ts";
import type { Edition } from "./edition.ts";

/** An edition in one OpenAPI document. */
export interface ParsedEdition {
  readonly document: JsonObject;
  /** The text it was parsed from; undefined where it was put together from several files. */
  readonly text: string | undefined;
}

/**
 * Parses an edition, and brings one that is spread over files into one document.
 *
 * @param allowRefs folders and URLs that its `$ref`s may reach beside its own folder
 * @throws {SpecRefusal} for what is no OpenAPI, and for references that lead outside or to nothing
 */
export async function parseEdition(edition: Edition, allowRefs: readonly string[]): Promise<ParsedEdition> {
  const { name, bytes, sha256, file } = edition;
  const text = decodeText(bytes, name);
  if (/^\s*</.test(text.slice(0, 1000))) {
    refuse({
      rule: "not-openapi",
      pointer: "",
      message: `"${name}" is a web page or XML, not an OpenAPI document.`,
      hint: "Open the address in a browser: it may want a login, or be the page about the spec rather than the spec itself.",
    });
  }
  const { value } = await parseText(text, name);
  const document = identifyOpenapi(value, name);
  if (!refersElsewhere(document)) return { document, text };
  // What came over the network has no folder: its references find nothing here, least of all files of this machine.
  const source = { file: file ?? path.join(tmpdir(), "sailkit-no-such-folder", "openapi"), sha256, document };
  const bundled = await bundleSpec(source, { allowRefs });
  return bundled.files.length > 1 ? { document: bundled.document, text: undefined } : { document, text };
}

/** Whether any value looks like a reference to another document. It may still stand in an example, where it means nothing. */
function refersElsewhere(value: Json): boolean {
  if (Array.isArray(value)) return value.some(refersElsewhere);
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, child]) =>
      (key === "$ref" && typeof child === "string" && !child.startsWith("#")) ||
      (typeof child === "object" && child !== null && refersElsewhere(child)),
  );
}
