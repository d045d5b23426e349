import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** The entries of a zip or jar file, read when asked for. */
export interface ZipFile {
  readonly names: readonly string[];
  /** @throws Error where there is no such entry */
  read(name: string): Buffer;
  close(): void;
}

interface ZipEntry {
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** The end record, and the longest comment that may stand behind it. */
const END_SIZE = 22;
const END_REACH = END_SIZE + 0xffff;

/**
 * Opens a zip file below 4 GiB.
 * @throws Error where it is none
 */
export function openZip(file: string): ZipFile {
  const handle = openSync(file, "r");
  try {
    const entries = readDirectory(handle, file);
    return {
      names: [...entries.keys()],
      read(name) {
        const entry = entries.get(name);
        if (!entry) throw new Error(`${file} has no entry ${name}.`);
        const header = readAt(handle, entry.offset, 30);
        const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
        const data = readAt(handle, start, entry.size);
        return entry.method === 0 ? data : inflateRawSync(data);
      },
      close: () => closeSync(handle),
    };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

function readDirectory(handle: number, file: string): Map<string, ZipEntry> {
  const { size } = fstatSync(handle);
  const tail = readAt(handle, Math.max(0, size - END_REACH), Math.min(size, END_REACH));
  let end = tail.length - END_SIZE;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error(`${file} is no zip file, as jars are. Fetch it again, or name another by --jar.`);
  const directory = readAt(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.set(directory.toString("utf8", at + 46, at + 46 + nameLength), {
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function readAt(handle: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  readSync(handle, buffer, 0, length, position);
  return buffer;
}
