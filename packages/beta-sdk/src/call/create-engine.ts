import { createTokenProvider } from "../auth/create-token-provider.ts";
import type { BetaSdkOptions } from "../beta-sdk-options.ts";
import { checkNumber } from "../config/check-number.ts";
import { resolveBaseUrl } from "../config/resolve-base-url.ts";
import { explainOperation } from "../errors/explain-operation.ts";
import { sharedLimiter } from "../limit/shared-limiter.ts";
import { createObserver } from "../observe/observer.ts";
import { createRedactor } from "../observe/redactor.ts";
import { Secrets } from "../observe/secrets.ts";
import { RetryBudget } from "../retry/retry-budget.ts";
import { retryDefaults } from "../retry/retry-options.ts";
import { retryPolicy } from "../retry/retry-policy.ts";
import { systemClock } from "../time/system-clock.ts";
import type { Engine } from "./engine.ts";
import type { Wire } from "./wire.ts";

/** Puts together what the calls of one sdk run on. @throws {UsageError} for options that make no sense */
export function createEngine(options: BetaSdkOptions): Engine {
  const baseUrl = resolveBaseUrl(options);
  const { auth, clock = systemClock, rateLimit = { requests: 100, interval: 10_250 } } = options;
  const wire: Wire = {
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    clock,
    random: options.random ?? Math.random,
    policy: retryPolicy(options.retry, retryDefaults),
    budget: new RetryBudget(clock),
    observer: createObserver(options.hooks, options.logger, options.logLevel),
    redactor: createRedactor(options.redaction),
    secrets: new Secrets(),
    attemptTimeout: checkNumber("attemptTimeout", options.attemptTimeout ?? 30_000, 1),
    maxBodyBytes: checkNumber("maxBodyBytes", options.maxBodyBytes ?? 64 * 1024 * 1024, 1),
    hold: options.holdProcess !== false,
    holdBackoff: options.holdProcess === true,
  };
  if (rateLimit) {
    checkNumber("rateLimit.requests", rateLimit.requests, 1, true);
    checkNumber("rateLimit.interval", rateLimit.interval, 0);
  }
  const clientId = typeof auth === "object" ? auth?.clientId : "";
  const used = new Set<string>();
  let calls = 0;
  return {
    wire,
    baseUrl,
    origin: new URL(baseUrl).origin,
    headers: options.headers,
    tokens: createTokenProvider(wire, auth, baseUrl),
    limiter: rateLimit ? sharedLimiter(clock, baseUrl, clientId, rateLimit) : undefined,
    timeout: options.timeout === undefined ? undefined : checkNumber("timeout", options.timeout, 1),
    explain: explainOperation,
    nextCall: () => ++calls,
    noteUse({ id, deprecated }) {
      if (deprecated === undefined || used.has(id)) return;
      used.add(id);
      wire.observer.tell("deprecation", { operationId: id, instead: deprecated });
    },
  };
}
