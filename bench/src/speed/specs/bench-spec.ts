/** A spec to measure on. */
export interface BenchSpec {
  readonly name: string;
  readonly file: string;
  /** The same spec with one operation renamed. */
  readonly changed: string;
}
