/** When and how failed calls are sent again. */
export interface RetryOptions {
  /**
   * Sendings in all, the first included; 1 switches retries off.
   * @default 3
   * @example
   * new BetaSdk({ ...options, retry: { attempts: 5 } });
   */
  readonly attempts?: number | undefined;
  /**
   * Milliseconds of the first backoff at most; it doubles with each failure. The wait is random between 0 and that.
   * @default 500
   * @example
   * new BetaSdk({ ...options, retry: { baseDelay: 1_000 } });
   */
  readonly baseDelay?: number | undefined;
  /**
   * Milliseconds of any backoff at most.
   * @default 8000
   * @example
   * new BetaSdk({ ...options, retry: { maxDelay: 30_000 } });
   */
  readonly maxDelay?: number | undefined;
  /**
   * Longest `Retry-After` that is waited for, in milliseconds. Where the server asks for more, the call fails at once and
   * `retryAfterMs` of the error holds the wait.
   * @default 60000
   * @example
   * new BetaSdk({ ...options, retry: { maxRetryAfter: 120_000 } });
   */
  readonly maxRetryAfter?: number | undefined;
  /**
   * Whether to send POST and PATCH again as well when it is not known whether the first sending was carried out. For
   * calls that do no harm when they are carried out twice.
   * @default false
   * @example
   * await sdk.tasks.complete(id, "ERROR", { retry: { nonIdempotent: true } });
   */
  readonly nonIdempotent?: boolean | undefined;
}

/** {@link RetryOptions} with every default filled in. */
export type RetryPolicy = { readonly [Name in keyof RetryOptions]-?: NonNullable<RetryOptions[Name]> };

/** The defaults of {@link RetryOptions}. */
export const retryDefaults: RetryPolicy = {
  attempts: 3,
  baseDelay: 500,
  maxDelay: 8_000,
  maxRetryAfter: 60_000,
  nonIdempotent: false,
};
