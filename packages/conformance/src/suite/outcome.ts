/** What became of one case in one runtime. */
export interface Outcome {
  readonly name: string;
  /** Why it failed; undefined where it passed. */
  readonly failure?: string;
  readonly ms: number;
}
