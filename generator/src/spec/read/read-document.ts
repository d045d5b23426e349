import { createHash } from "node:crypto";
import type { Finding } from "../finding.ts";
import type { Json } from "../json.ts";
import { decodeText } from "./decode-text.ts";
import { decompress } from "./decompress.ts";
import { limits } from "./limits.ts";
import { parseText } from "./parse-text.ts";
import { readBytes } from "./read-bytes.ts";

/** A JSON or YAML document of any content. */
export interface ReadDocument {
  /** SHA-256 of the bytes as stored, in hexadecimal. */
  readonly sha256: string;
  readonly value: Json;
  readonly findings: readonly Finding[];
}

/**
 * Reads a JSON or YAML document, gzip or not.
 *
 * @param name how messages call the file. Messages never quote from the file.
 * @param maxBytes the most that is read and inflated. Default: `limits.maxBytes`.
 * @throws SpecRefusal when it cannot be read, is too large, or is neither JSON nor YAML.
 */
export async function readDocument(
  file: string,
  name: string,
  maxBytes: number = limits.maxBytes,
): Promise<ReadDocument> {
  const bytes = await readBytes(file, name, maxBytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, ...(await parseText(decodeText(await decompress(bytes, name, maxBytes), name), name)) };
}
