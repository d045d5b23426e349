import type { RetryPolicy } from "./retry-options.ts";

/**
 * Milliseconds to wait after a number of failures: full jitter, that is anything between 0 and a ceiling that doubles.
 * It spreads clients best (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 * @param failures - from 1
 * @param random - between 0 and 1
 */
export function backoff(failures: number, { baseDelay, maxDelay }: RetryPolicy, random: number): number {
  return random * Math.min(maxDelay, baseDelay * 2 ** (failures - 1));
}
