import { checkNumber } from "../config/check-number.ts";
import { knownFields } from "../observe/known-fields.ts";
import type { RetryOptions, RetryPolicy } from "./retry-options.ts";

/**
 * Fills in what options leave out. False is one attempt.
 * @throws {UsageError} for numbers that make no sense
 */
export function retryPolicy(options: RetryOptions | false | undefined, otherwise: RetryPolicy): RetryPolicy {
  const policy: RetryPolicy = { ...otherwise, ...(options === false ? { attempts: 1 } : knownFields(options ?? {})) };
  checkNumber("retry.attempts", policy.attempts, 1, true);
  for (const name of ["baseDelay", "maxDelay", "maxRetryAfter"] as const) checkNumber(`retry.${name}`, policy[name], 0);
  return policy;
}
