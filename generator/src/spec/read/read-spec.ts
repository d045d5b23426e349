import { basename, resolve } from "node:path";
import type { Finding } from "../finding.ts";
import type { JsonObject } from "../json.ts";
import { identifyOpenapi } from "./identify-openapi.ts";
import { readDocument } from "./read-document.ts";

/** An OpenAPI document as it was read, nothing resolved or changed yet. */
export interface SpecSource {
  /** Absolute path. */
  readonly file: string;
  /** SHA-256 of the bytes as stored (before decompression), in hexadecimal. */
  readonly sha256: string;
  readonly document: JsonObject;
  /** What was tolerated while reading. */
  readonly findings?: readonly Finding[];
}

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 document: JSON or YAML, plain or gzip, told apart by the content.
 *
 * @param file a path, taken relative to the current folder.
 * @param options.maxBytes the most that is read and inflated, in bytes. Default: 100 MiB.
 * @throws SpecRefusal when the file cannot be read, is too large, is neither JSON nor YAML, or is no OpenAPI 3 document.
 */
export async function readSpec(file: string, options: { maxBytes?: number } = {}): Promise<SpecSource> {
  const absolute = resolve(file);
  const { sha256, value, findings } = await readDocument(absolute, basename(absolute), options.maxBytes);
  return { file: absolute, sha256, document: identifyOpenapi(value, basename(absolute)), findings };
}
