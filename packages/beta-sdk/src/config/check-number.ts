import { UsageError } from "../errors/usage-error.ts";

/**
 * Gives the number back.
 * @throws {UsageError} where it is none, or less than `least`, or no integer where one is needed
 */
export function checkNumber(option: string, value: number, least: number, integer = false): number {
  if (value >= least && (!integer || Number.isSafeInteger(value))) return value;
  throw new UsageError(
    `\`${option}\` must be ${integer ? "an integer" : "a number"} of at least ${least}, not ${value}`,
  );
}
