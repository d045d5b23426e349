import type { Token } from "./token.ts";

/** Milliseconds before its end from which a token is refreshed in the background. */
const ahead = 120_000;
/** Milliseconds before its end from which it is not used any more. */
const margin = 30_000;

/**
 * What to do with a token: use it, use it and refresh it in the background (the last 120 s), or wait for a new one (the
 * last 30 s). Tokens that last less than four minutes have margins of a half and a quarter of their life instead.
 */
export function tokenFreshness({ end, lifetimeMs }: Token, now: number): "fresh" | "aging" | "stale" {
  const left = end - now;
  // A used-once token has no time left, and a quarter of nothing is still nothing.
  if (left <= Math.min(margin, lifetimeMs / 4)) return "stale";
  return left <= Math.min(ahead, lifetimeMs / 2) ? "aging" : "fresh";
}
