/** One way to use an operation through the sdk. */
export interface SdkMethod {
  /** As one writes it: `sdk.tasks.list`. */
  readonly method: string;
  /** What it does, in Markdown. */
  readonly description: string;
  /** A TypeScript program that calls it. */
  readonly code: string;
}

/** Which methods of an sdk stand for which operations. Written by people of this repository, never taken from a spec. */
export interface SdkDocs {
  /** The package of the sdk. */
  readonly package: string;
  /** By operationId. */
  readonly operations: Readonly<Record<string, readonly SdkMethod[]>>;
}
