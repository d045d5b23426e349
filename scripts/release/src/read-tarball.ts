import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const BLOCK = 512;

/**
 * The files of an npm tarball, by their paths below `package/`. Reads what npm writes: plain files, with long paths in the
 * `ustar` prefix or a pax header.
 */
export function readTarball(file: string): Map<string, Buffer> {
  const archive = gunzipSync(readFileSync(file));
  const files = new Map<string, Buffer>();
  let longPath: string | undefined;
  for (let offset = 0; offset + BLOCK <= archive.length && archive[offset] !== 0; ) {
    const header = archive.subarray(offset, offset + BLOCK);
    const size = Number.parseInt(text(header, 124, 12), 8);
    const content = archive.subarray(offset + BLOCK, offset + BLOCK + size);
    const kind = text(header, 156, 1);
    if (kind === "x") longPath = /\d+ path=(.*)\n/.exec(content.toString("utf8"))?.[1];
    else {
      const prefix = text(header, 345, 155);
      const name = longPath ?? (prefix === "" ? "" : `${prefix}/`) + text(header, 0, 100);
      longPath = undefined;
      if (kind === "0" || kind === "") files.set(name.replace(/^package\//, ""), content);
      else if (kind !== "5" && kind !== "g") throw new Error(`${file} holds ${name}, which is no plain file.`);
    }
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end === -1 ? length : end)
    .toString("utf8")
    .trim();
}
