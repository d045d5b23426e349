import { type FileHandle, open } from "node:fs/promises";
import { refuse } from "./refuse.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist: a part of its path is no folder",
  EACCES: "may not be read: permission denied",
  EPERM: "may not be read: permission denied",
  EISDIR: "is a folder, not a file",
  ELOOP: "is a symbolic link that leads back to itself",
  EMFILE: "cannot be opened: this process has too many open files",
};

/**
 * Reads a regular file of at most `maxBytes`.
 *
 * @param name how messages call the file.
 * @throws SpecRefusal when it is missing, unreadable, no regular file (folder, pipe, device), or too large.
 */
export async function readBytes(file: string, name: string, maxBytes: number): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, "r");
    const stat = await handle.stat();
    if (!stat.isFile()) {
      refuse({
        rule: "unreadable-file",
        pointer: "",
        message: `"${name}" is ${stat.isDirectory() ? "a folder" : "no regular file"}.`,
        hint: "Give the path of the OpenAPI file itself.",
      });
    }
    if (stat.size > maxBytes) {
      refuse({
        rule: "too-large",
        pointer: "",
        message: `"${name}" has ${stat.size} bytes; at most ${maxBytes} are read.`,
        hint: "Split the document, or leave out the parts that no client needs.",
      });
    }
    return await handle.readFile();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return refuse({
      rule: "unreadable-file",
      pointer: "",
      message: `"${name}" ${reasons[code] ?? `cannot be read (${code})`}.`,
      hint: "Check the path, which is taken relative to the current folder.",
    });
  } finally {
    await handle?.close();
  }
}
