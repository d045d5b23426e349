import type { Failure } from "./classify-failure.ts";
import type { RetryPolicy } from "./retry-options.ts";

/** All that the decision depends on. */
export interface RetrySituation {
  readonly failure: Failure;
  /** Attempts made, from 1. */
  readonly attempt: number;
  /** Whether sending it twice has the effect of sending it once (RFC 9110, 9.2.2). */
  readonly idempotent: boolean;
  /** Whether the body can be sent a second time. */
  readonly replayable: boolean;
  /** Milliseconds that the server asked to wait. */
  readonly retryAfterMs: number | undefined;
  /** Milliseconds until the deadline of the call. */
  readonly leftMs: number;
  /** Between 0 and 1. */
  readonly random: number;
  /** The wait that {@link backoff} proposes, in milliseconds. */
  readonly backoffMs: number;
}

/** Wait so many milliseconds and send again, or give up; `reason` where it is not obvious. */
export type RetryDecision = { readonly delayMs: number } | { readonly reason: string };

/** Decides whether a failed attempt is followed by another one, and when. Never earlier than the server asked for. */
export function decideRetry(situation: RetrySituation, policy: RetryPolicy): RetryDecision {
  const { failure, attempt, idempotent, replayable, retryAfterMs, leftMs, backoffMs, random } = situation;
  if (failure === "final" || attempt >= policy.attempts) return { reason: "" };
  if (!replayable) return { reason: "its body is a stream, which cannot be sent twice" };
  if (failure === "unclear" && !idempotent && !policy.nonIdempotent) return { reason: "" };
  if (retryAfterMs === undefined) return { delayMs: backoffMs };
  if (retryAfterMs > policy.maxRetryAfter) {
    return {
      reason: `the server asks to wait ${retryAfterMs} ms, more than \`maxRetryAfter\` (${policy.maxRetryAfter} ms)`,
    };
  }
  if (retryAfterMs >= leftMs) {
    return {
      reason: `the server asks to wait ${retryAfterMs} ms, more than is left of \`timeout\` (${Math.round(leftMs)} ms)`,
    };
  }
  // Whoever was told the same second must not come back in the same millisecond; where 0 was said, backoff still holds.
  return { delayMs: Math.max(backoffMs, retryAfterMs + random * Math.min(250, retryAfterMs / 10)) };
}
