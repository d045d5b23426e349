import type { Operation } from "@sailkit/beta-client";
import type { TokenProvider } from "../auth/token-provider.ts";
import type { PermissionAdvice } from "../errors/explain-permission.ts";
import type { RateLimiter } from "../limit/rate-limiter.ts";
import type { Wire } from "./wire.ts";

/** What calls of one sdk run on. */
export interface Engine {
  readonly wire: Wire;
  /** Where the API is. */
  readonly baseUrl: string;
  /** The only origin that is ever sent a token. */
  readonly origin: string;
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly tokens: TokenProvider;
  /** Undefined where the sdk was made with `rateLimit: false`. */
  readonly limiter: RateLimiter | undefined;
  /** Milliseconds of a whole call, where the options say. */
  readonly timeout: number | undefined;
  /** Explains a 403. */
  explain(operation: Operation): Promise<PermissionAdvice>;
  /** Number of the next call. */
  nextCall(): number;
  /** Warns once where the operation is deprecated. */
  noteUse(operation: Operation): void;
}
