/** One edition of a spec, as it came from outside: nothing of it is known to be right. */
export interface Edition {
  /** How messages call it: a URL without credentials and query, or the name of a file. */
  readonly name: string;
  /** Uncompressed. */
  readonly bytes: Buffer;
  /** SHA-256 of `bytes`, in hexadecimal. */
  readonly sha256: string;
  /** `ETag` of the answer; null for a file. */
  readonly etag: string | null;
  /** Day it was last changed, as far as the server says; `2026-08-22`. */
  readonly date: string | undefined;
  /** Absolute path, for a file. */
  readonly file: string | undefined;
}
