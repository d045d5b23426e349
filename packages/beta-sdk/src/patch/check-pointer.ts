import { UsageError } from "../errors/usage-error.ts";

/** Names that reach beyond the data in a server or client that is not careful. */
const unsafe = new Set(["__proto__", "prototype", "constructor"]);

/**
 * Gives the pointer back.
 * @throws {UsageError} where it is no JSON Pointer, where it is empty (the whole document), or unsafe
 */
export function checkPointer(path: string): string {
  const refuse = (why: string) => new UsageError(`JSON Pointer ${JSON.stringify(path)} ${why}`);
  if (path === "") throw refuse("is the whole document, which cannot be patched: point at a property");
  if (typeof path !== "string" || !path.startsWith("/")) throw refuse('must begin with "/"');
  if (/~(?![01])/.test(path)) throw refuse('holds a bare "~": write "~0" for it, and "~1" for "/", or use `pointer()`');
  if (/\p{Cs}/u.test(path)) throw refuse("holds half a surrogate pair");
  const names = path.split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (names.some((name) => unsafe.has(name))) throw refuse("could reach the prototype of an object");
  return path;
}
