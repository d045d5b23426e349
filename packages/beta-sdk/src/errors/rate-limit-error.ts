import { ApiError } from "./api-error.ts";

/** 429: too many requests. `retryAfterMs` holds the wait that the server asked for. */
export class RateLimitError extends ApiError {
  static override readonly kind: string = "RateLimitError";
}
