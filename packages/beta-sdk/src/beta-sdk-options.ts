import type { Auth } from "./auth/auth.ts";
import type { Fetch } from "./call/wire.ts";
import type { ApiLocation } from "./config/resolve-base-url.ts";
import type { RateLimit } from "./limit/rate-limiter.ts";
import type { Logger, LogLevel } from "./observe/logger.ts";
import type { Hooks } from "./observe/observer.ts";
import type { RedactionOptions } from "./observe/redactor.ts";
import type { RetryOptions } from "./retry/retry-options.ts";
import type { Clock } from "./time/clock.ts";

/** Options of `new BetaSdk()`. Give `tenant` or `baseUrl`, and `auth`; the rest has defaults that suit most programs. */
export interface BetaSdkOptions extends ApiLocation {
  /**
   * Who calls: credentials of an API client or of a personal access token, a token, or a function that gives one.
   * @example
   * new BetaSdk({ tenant: "acme", auth: { clientId, clientSecret } });
   * @example
   * new BetaSdk({ tenant: "acme", auth: async () => vault.read("sailpoint-token") });
   */
  readonly auth: Auth;
  /**
   * Milliseconds for a whole call: waiting for a token and a turn, every attempt with its body, every backoff. The
   * default alone does not count the wait for a turn, since queueing behind thousands of own calls is no fault.
   * @default 300000
   * @example
   * new BetaSdk({ ...options, timeout: 60_000 });
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds for one attempt, its body included.
   * @default 30000
   * @example
   * new BetaSdk({ ...options, attemptTimeout: 5_000 });
   */
  readonly attemptTimeout?: number | undefined;
  /**
   * When failed calls are sent again. False: never.
   * @default 3 attempts, backoff of up to 0.5 s that doubles up to 8 s, `Retry-After` of up to 60 s
   * @example
   * new BetaSdk({ ...options, retry: { attempts: 5, maxRetryAfter: 120_000 } });
   */
  readonly retry?: RetryOptions | false | undefined;
  /**
   * How many requests leave in how much time, over all sdks of the process with the same client id and API. The API
   * allows 100 in 10 s; the little more time covers requests that travel at different speeds. False: no limit.
   * @default { requests: 100, interval: 10250 }
   * @example
   * new BetaSdk({ ...options, rateLimit: { requests: 50, interval: 10_250 } }); // half for another process
   */
  readonly rateLimit?: RateLimit | false | undefined;
  /**
   * Bytes of the longest answer that is read, decompressed.
   * @default 67108864, that is 64 MiB
   * @example
   * new BetaSdk({ ...options, maxBodyBytes: 256 * 1024 * 1024 });
   */
  readonly maxBodyBytes?: number | undefined;
  /**
   * Sends requests.
   * @default the runtime's `fetch`, looked up at every request
   * @example
   * new BetaSdk({ ...options, fetch: (request) => sandbox.fetch(request) });
   */
  readonly fetch?: Fetch | undefined;
  /**
   * Headers of every request, such as a `User-Agent`.
   * @default none
   * @example
   * new BetaSdk({ ...options, headers: { "User-Agent": "nightly-report/1.2" } });
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Functions that are told what happens.
   * @default none
   * @example
   * new BetaSdk({ ...options, hooks: { retry: ({ operationId, delayMs }) => metrics.count(operationId, delayMs) } });
   */
  readonly hooks?: Hooks | undefined;
  /**
   * Where log lines go.
   * @default nowhere
   * @example
   * new BetaSdk({ ...options, logger: console });
   */
  readonly logger?: Logger | undefined;
  /**
   * The least level that is logged. `warn`: deprecations, and collections that change while they are read. `info`:
   * retries as well. `debug`: everything, with secrets and values blanked out.
   * @default "warn"
   * @example
   * new BetaSdk({ ...options, logger: console, logLevel: "debug" });
   */
  readonly logLevel?: LogLevel | undefined;
  /**
   * What hooks and log lines may show beside what is harmless anyway.
   * @default nothing
   * @example
   * new BetaSdk({ ...options, redaction: { query: ["filters"] } });
   */
  readonly redaction?: RedactionOptions | undefined;
  /**
   * Whether waits keep the process alive. Left out: waiting for a turn and `waitFor` do, a backoff does not. A process
   * that has nothing else to do ends during a backoff then, and Node gives exit code 13 where a top-level `await` is
   * pending: set it to true in scripts. False: no wait does, as suits telemetry nobody waits for.
   * @default undefined: turns and `waitFor` do, backoffs do not
   * @example
   * new BetaSdk({ ...options, holdProcess: true }); // a script, which is to see its calls through
   */
  readonly holdProcess?: boolean | undefined;
  /**
   * Where time comes from, for tests.
   * @default the runtime's monotonic clock
   * @example
   * new BetaSdk({ ...options, clock }); // waits take the time that the test says
   */
  readonly clock?: Clock | undefined;
  /**
   * Gives numbers between 0 and 1 for jitter, for tests.
   * @default Math.random
   * @example
   * new BetaSdk({ ...options, random: () => 0 }); // no backoff at all
   */
  readonly random?: (() => number) | undefined;
}
