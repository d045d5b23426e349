import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { decompress } from "../spec/read/decompress.ts";
import { limits } from "../spec/read/limits.ts";
import { readBytes } from "../spec/read/read-bytes.ts";
import { type DownloadOptions, download } from "./download.ts";
import type { Edition } from "./edition.ts";
import { isUrl } from "./is-url.ts";
import { publicUrl } from "./public-url.ts";
import { PullError } from "./pull-error.ts";

/**
 * Reads an edition from a URL or a file, gzip or not.
 *
 * @param from an https address, a `file:` URL, or a path relative to the current folder
 * @returns undefined where the server says that `options.etag` is still the one
 * @throws {PullError | SpecRefusal} as `download` does; `SpecRefusal` for a file that cannot be read
 */
export async function obtainEdition(from: string, options: DownloadOptions = {}): Promise<Edition | undefined> {
  const { maxBytes = limits.maxBytes } = options;
  if (!isUrl(from)) {
    const file = path.resolve(from.startsWith("file:") ? fileURLToPath(from) : from);
    const name = path.basename(file);
    const bytes = await decompress(await readBytes(file, name, maxBytes), name, maxBytes);
    return { name, bytes, sha256: sha256(bytes), etag: null, date: undefined, file };
  }
  const name = publicUrl(new URL(from));
  const answer = await download(from, options);
  if (answer === undefined) return undefined;
  const bytes = await decompress(answer.bytes, name, maxBytes);
  if (!answer.isWhole && bytes === answer.bytes && !/^\s*\{/.test(bytes.subarray(0, 100).toString())) {
    throw new PullError(
      `${name} does not say how long its answer is, and YAML that was cut off looks like YAML. Nothing was changed. ` +
        "Fetch it yourself, and pull the file with --from FILE.",
    );
  }
  const date = answer.lastModified?.toISOString().slice(0, 10);
  return { name, bytes, sha256: sha256(bytes), etag: answer.etag, date, file: undefined };
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
