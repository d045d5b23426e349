import type { Clock } from "../time/clock.ts";
import { type RateLimit, RateLimiter } from "./rate-limiter.ts";

// The server counts per client id and API version, whatever the number of instances: so do we. By clock, since time
// that tests move by hand is not the time of others.
const limiters = new WeakMap<Clock, Map<string, RateLimiter>>();

/** The limiter of a client id at an API; the same one for every sdk in the process. */
export function sharedLimiter(clock: Clock, baseUrl: string, clientId: string, limit: RateLimit): RateLimiter {
  const known = limiters.get(clock) ?? new Map<string, RateLimiter>();
  limiters.set(clock, known);
  const key = JSON.stringify([baseUrl, clientId, limit.requests, limit.interval]);
  const limiter = known.get(key) ?? new RateLimiter(clock, limit);
  known.set(key, limiter);
  return limiter;
}
