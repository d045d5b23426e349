/** What is known of the vendor's document: `spec/source.json`, described in spec/README.md. */
export interface SourceRecord {
  /** Key of the API in `sailkit.config.ts`. */
  readonly api: string;
  readonly upstream: Upstream;
  /** Tags of the operations in our spec, in the order of the document. */
  readonly tags: readonly string[];
  /** What `sailkit pull` put in the place of the spec, where it did. */
  readonly pulled?: Pulled;
}

/** Where the vendor keeps the document, and the edition last taken note of. */
export interface Upstream {
  readonly name?: string;
  readonly version?: string;
  /** Where to fetch it. */
  readonly url?: string;
  /** Instead of `url`: a path relative to the folder of the record, such as one into a checkout of the vendor's specs. */
  readonly file?: string;
  /** Day of the edition, `2026-08-22`. */
  readonly date?: string;
  /** `ETag` of the last fetch; null before the first. */
  readonly etag?: string | null;
  /** SHA-256 of the edition, uncompressed, in hexadecimal. */
  readonly sha256?: string;
  /** Size of the edition, uncompressed. */
  readonly bytes?: number;
}

/** One pull. */
interface Pulled {
  /** The URL, or the path of the file relative to the root of the repository; only its name where it lay elsewhere. */
  readonly from: string;
  /** Day of the edition. */
  readonly date: string;
  readonly etag: string | null;
  /** SHA-256 of the document, uncompressed, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** SHA-256 of the spec file as it was written: tells whether somebody has edited it since. */
  readonly spec: string;
}
