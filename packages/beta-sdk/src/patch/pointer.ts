import { checkPointer } from "./check-pointer.ts";
import type { Joined } from "./pointer-types.ts";

/**
 * A JSON Pointer (RFC 6901) through names as they are: `~` and `/` in them are escaped.
 * @throws {UsageError} for no segment at all, and for names that could reach the prototype of an object
 * @example
 * pointer("attributes", "a/b"); // "/attributes/a~1b"
 */
export function pointer<const Segments extends readonly (string | number)[]>(...segments: Segments): Joined<Segments> {
  const escaped = segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return checkPointer(escaped.join("")) as Joined<Segments>;
}
