/** Thrown when the generator's jar cannot be had, or is not the one that is pinned. Nothing unverified is kept. */
export class JarError extends Error {
  override readonly name = "JarError";
}
