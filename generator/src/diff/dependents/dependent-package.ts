/** A package that builds on a client, as the compiler is given it. */
export interface DependentPackage {
  readonly name: string;
  /** Absolute, with `/`. */
  readonly folder: string;
  /** Compiler options as its `tsconfig.json` has them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Its TypeScript, by path relative to `folder`, with `/`. */
  readonly sources: ReadonlyMap<string, string>;
  /** Those sources that stand behind `exports` of its manifest. */
  readonly entries: readonly string[];
}
