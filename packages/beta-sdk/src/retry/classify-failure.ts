import { ApiError } from "../errors/api-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";

/**
 * What a failure means for sending again. `refused`: surely not carried out, may be sent again whatever it is.
 * `throttled`: refused as well, by the rate limiter. `unclear`: may have been carried out, so only what is idempotent may be
 * sent again. `final`: the next attempt would end alike.
 */
export type Failure = "refused" | "throttled" | "unclear" | "final";

/** Statuses that may be gone with the next attempt. */
const passing = new Set([408, 425, 500, 502, 503, 504]);

/** Codes of certificates that are not trusted: nothing was sent, and nothing will be. */
const untrusted = /CERT|SIGNED|UNABLE_TO|TLS_|SSL/;

/** Judges an error of one attempt. */
export function classifyFailure(error: unknown): Failure {
  if (error instanceof ApiError) {
    if (error.status === 429) return "throttled";
    return passing.has(error.status) ? "unclear" : "final";
  }
  if (error instanceof ConnectionError) {
    if (error.phase !== "connect") return "unclear";
    return untrusted.test(String(error.code)) ? "final" : "refused";
  }
  if (error instanceof TimeoutError) return error.scope === "attempt" ? "unclear" : "final";
  return error instanceof DecodeError && !error.tooLarge ? "unclear" : "final";
}
