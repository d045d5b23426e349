/** A limit, and what was measured. */
export interface Target {
  readonly name: string;
  readonly limit: number;
  /** Undefined where it was not measured. */
  readonly found: number | undefined;
  readonly unit: string;
}
