/** How a command ended. */
export interface Summary {
  /** Whether it did what was asked. Default true. */
  readonly ok?: boolean;
  /** What was done, and how much of it: a sentence, or one a line. */
  readonly message: string;
  /** Further lines for people, such as the files that differ. */
  readonly details?: readonly string[];
  /** The same for machines: members of the `result` line of `--json`. */
  readonly data?: Readonly<Record<string, unknown>>;
}
