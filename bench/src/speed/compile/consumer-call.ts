/** A call that the measured programs make. */
export interface ConsumerCall {
  readonly operation: string;
  readonly path: string;
  /** Its tag, as one word: clients of classes have one for each. */
  readonly tag: string;
  /** Parameters by place, as TypeScript. */
  readonly params: string;
  /** An expression over `data`. */
  readonly used: string;
}
