import { PatchError } from "./patch-error.ts";

/**
 * Splits a JSON Pointer (RFC 6901) into its reference tokens: `/a~1b/0` → `["a/b", "0"]`.
 *
 * @throws {PatchError} for a pointer that does not begin with `/`, or has a `~` before anything but `0` and `1`.
 */
export function parsePointer(pointer: string): string[] {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new PatchError(`The pointer "${pointer}" does not begin with /`);
  if (/~(?![01])/.test(pointer)) throw new PatchError(`The pointer "${pointer}" has a ~ that is neither ~0 nor ~1`);
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
