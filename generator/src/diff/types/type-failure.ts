/** A place in a unit where code written for the old type no longer compiles. */
export interface TypeFailure {
  /** Names of properties, `[]` for items, `{}` for properties not named. */
  readonly path: readonly string[];
  /** What is so now, to follow the name of the place: `may be null`. */
  readonly text: string;
  /** Whether the place is in the old type only. */
  readonly gone: boolean;
}
