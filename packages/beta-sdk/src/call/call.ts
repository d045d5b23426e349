import type { Middleware, Operation, PreparedCall } from "@sailkit/beta-client";
import type { RetryPolicy } from "../retry/retry-options.ts";
import type { Scope } from "../time/open-scope.ts";
import type { Fetch } from "./wire.ts";

/** What the functions of operations take, as far as it matters here. */
export interface CallInit {
  readonly params?: object;
  readonly body?: unknown;
  readonly headers?: HeadersInit;
  readonly signal?: AbortSignal | null | undefined;
  readonly fetch?: Fetch | undefined;
  readonly middleware?: readonly Middleware[] | undefined;
}

/** What a successful call gives. */
export interface CallResult {
  readonly data: unknown;
  readonly response: Response;
}

/** One call, as far as a single attempt is concerned. */
export interface Call {
  readonly operation: Operation;
  readonly init: CallInit;
  readonly prepared: PreparedCall;
  readonly attemptTimeout: number;
  readonly policy: RetryPolicy;
  readonly scope: Scope;
}
