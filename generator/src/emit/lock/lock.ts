/** A file and the SHA-256 of its bytes, in lower-case hex. */
export interface HashedFile {
  /** Relative to the folder of the lock file, or as the user named it, with forward slashes. */
  readonly file: string;
  readonly sha256: string;
}

/** Everything generated output depends on. Equal inputs, tools and jar give byte-identical output. */
interface LockInputs {
  readonly spec: HashedFile;
  /** Files the spec refers to, other than itself. */
  readonly files: readonly HashedFile[];
  readonly overlay: HashedFile | null;
  /** SHA-256 over all templates, from `hashTree`. */
  readonly templates: string;
  /** SHA-256 over the generator's own sources, from `hashTree`. */
  readonly generator: string;
  /** Settings that change the output, such as `{ docs: true }`. */
  readonly settings?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What is compared to tell whether output is up to date. */
export interface LockFingerprint {
  readonly inputs: LockInputs;
  /** Exact version of every tool that shapes the output, by package name. */
  readonly tools: Readonly<Record<string, string>>;
  /** The openapi-generator jar. */
  readonly jar: { readonly version: string; readonly sha256: string };
}

/** The content of `sailkit.lock.json`: where generated output came from, and what it was when it was written. */
export interface Lock extends LockFingerprint {
  readonly version: 1;
  /** How many operations were generated. */
  readonly operations: number;
  /** SHA-256 of what each module of operations was rendered from, by its path; empty where nothing could be reused. */
  readonly modules?: Readonly<Record<string, string>>;
  /** SHA-256 of every generated file, by path relative to the output folder. The lock file itself is not in it. */
  readonly output: Readonly<Record<string, string>>;
}

/** Name of the lock file in an output folder. */
export const LOCK_FILE = "sailkit.lock.json";
