/** A package as it is uploaded. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  /** Absolute path of the `.tgz`. */
  readonly file: string;
  /** As registries state it: `sha512-` and the hash in base64. */
  readonly integrity: string;
}
