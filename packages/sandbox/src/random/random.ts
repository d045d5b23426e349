/** A source of numbers that only look random: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** An integer from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** True in `share` of all cases, a number from 0 to 1. */
  chance(share: number): boolean;
  /** An id as the service writes them: 32 lower-case hexadecimal digits. */
  id(): string;
}
