/** A limit, and what was measured. */
export interface Target {
  readonly name: string;
  readonly limit: number;
  /** Undefined where it was not measured. */
  readonly found: number | undefined;
  /** The same by CPU time, where the limit is one of time. */
  readonly cpu?: number | undefined;
  readonly unit: string;
}
