/** Thrown for a JSON Patch that is malformed or cannot be applied. */
export class PatchError extends Error {
  override readonly name = "PatchError";
}
