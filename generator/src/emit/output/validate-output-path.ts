import { OutputError } from "./output-error.ts";

/** Longest path, in UTF-8 bytes: leaves room below Windows' limit of 260 for the folder it is written to. */
const MAX_BYTES = 200;
/** Device names that Windows resolves in any folder and with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
/** What Windows forbids in a name, the colon of drives and streams included. Control characters are checked apart. */
const FORBIDDEN = /[<>:"|?*\\]/;
/** Names that belong to git and to the swap itself. */
const TAKEN = /^(?:\.git|\.sailkit-.*)$/i;

/**
 * Checks that a path stays below the output folder and can be written by every file system.
 *
 * @param path Relative, with forward slashes, such as `src/generated/schema.ts`.
 * @throws {OutputError} with code `unsafe-path`, saying what is wrong with it.
 */
export function validateOutputPath(path: string): void {
  const reason = pathFault(path) ?? path.split("/").map(segmentFault).find(Boolean);
  if (reason === undefined) return;
  throw new OutputError(
    "unsafe-path",
    `The output path ${JSON.stringify(path.slice(0, 300))} ${reason}. Nothing was written. The name comes from the spec (a tag, a schema, a version): rename it there or in the overlay.`,
  );
}

function pathFault(path: string): string | undefined {
  if (path === "") return "is empty";
  if (/\p{Surrogate}/u.test(path)) return "holds half a surrogate pair";
  if (Buffer.byteLength(path) > MAX_BYTES) return `is longer than ${MAX_BYTES} bytes`;
  if (path.startsWith("/")) return "is absolute";
  return undefined;
}

function segmentFault(segment: string): string | undefined {
  if (segment === "") return "has an empty segment";
  if (segment === "." || segment === "..") return `has a segment ${JSON.stringify(segment)}`;
  if (FORBIDDEN.test(segment) || hasControl(segment)) return "holds a character that file names cannot have everywhere";
  if (/[. ]$/.test(segment)) return "has a segment that ends in a dot or a space, which Windows drops";
  if (RESERVED.test(segment)) return `has the segment ${JSON.stringify(segment)}, a device name on Windows`;
  if (TAKEN.test(segment)) return `has the segment ${JSON.stringify(segment)}, which is taken`;
  return undefined;
}

function hasControl(segment: string): boolean {
  for (let index = 0; index < segment.length; index++) {
    const unit = segment.charCodeAt(index);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}
