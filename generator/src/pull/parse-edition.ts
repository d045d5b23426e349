import { tmpdir } from "node:os";
import path from "node:path";
import { bundleSpec } from "../spec/bundle/bundle-spec.ts";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { fromPointer } from "../spec/json-pointer.ts";
import { decodeText } from "../spec/read/decode-text.ts";
import { identifyOpenapi } from "../spec/read/identify-openapi.ts";
import { parseText } from "../spec/read/parse-text.ts";
import { refuse } from "../spec/read/refuse.ts";
import { SpecRefusal } from "../spec/spec-refusal.ts";
import { own } from "../spec/walk/own.ts";
import { valueAt } from "../spec/walk/value-at.ts";
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
  if (file === undefined) return { document: await alone(document, sha256), text };
  const bundled = await bundleSpec({ file, sha256, document }, { allowRefs });
  return bundled.files.length > 1 ? { document: bundled.document, text: undefined } : { document, text };
}

/**
 * The document itself, if it needs no other. What comes over the network has no folder, and must not find files of this
 * machine beside the spec whose place it takes.
 */
async function alone(document: JsonObject, sha256: string): Promise<JsonObject> {
  const nowhere = path.join(tmpdir(), "sailkit-no-such-folder", "openapi");
  const findings = await bundleSpec({ file: nowhere, sha256, document }).then(
    (bundled) => bundled.findings,
    (error: unknown) => {
      if (error instanceof SpecRefusal) return error.findings;
      throw error;
    },
  );
  const errors = findings.filter(({ pointer }) => isElsewhere(valueAt(document, fromPointer(pointer))));
  if (errors.length === 0) return document;
  const hint = "Pull a spec in several files from a checkout of them: --from FILE. It is brought into one.";
  throw new SpecRefusal(
    errors.map(({ pointer }) => ({
      severity: "error",
      rule: "refers-elsewhere",
      pointer,
      message: "The reference leads to another document.",
      hint,
    })),
  );
}

/** Whether any value looks like a reference to another document. It may still stand in an example, where it means nothing. */
function refersElsewhere(value: Json): boolean {
  if (Array.isArray(value)) return value.some(refersElsewhere);
  if (!isObject(value)) return false;
  return isElsewhere(value) || Object.values(value).some((child) => child !== undefined && refersElsewhere(child));
}

function isElsewhere(value: Json | undefined): boolean {
  const ref = own(value, "$ref");
  return typeof ref === "string" && !ref.startsWith("#");
}
