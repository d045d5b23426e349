import { describe, expect, test } from "vitest";
import { ApiError } from "../../src/errors/api-error.ts";
import { ConnectionError } from "../../src/errors/connection-error.ts";
import { DecodeError } from "../../src/errors/decode-error.ts";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import { backoff } from "../../src/retry/backoff.ts";
import { classifyFailure } from "../../src/retry/classify-failure.ts";
import { decideRetry, type RetrySituation } from "../../src/retry/decide-retry.ts";
import { parseRetryAfter } from "../../src/retry/parse-retry-after.ts";
import { RetryBudget } from "../../src/retry/retry-budget.ts";
import { retryDefaults } from "../../src/retry/retry-options.ts";
import { ManualClock } from "../support/manual-clock.ts";

const situation: RetrySituation = {
  failure: "unclear",
  attempt: 1,
  idempotent: true,
  replayable: true,
  retryAfterMs: undefined,
  leftMs: Number.POSITIVE_INFINITY,
  random: 0.5,
  backoffMs: 250,
};
const decide = (changes: Partial<RetrySituation>, policy = {}) =>
  decideRetry({ ...situation, ...changes }, { ...retryDefaults, ...policy });

describe("the decision", () => {
  test.each<[string, Partial<RetrySituation>, object, object]>([
    ["an idempotent call whose outcome is unclear", {}, {}, { delayMs: 250 }],
    ["another one", { idempotent: false }, {}, { reason: "" }],
    ["another one, where the caller opts in", { idempotent: false }, { nonIdempotent: true }, { delayMs: 250 }],
    ["another one that was refused", { idempotent: false, failure: "refused" }, {}, { delayMs: 250 }],
    ["another one that was throttled", { idempotent: false, failure: "throttled" }, {}, { delayMs: 250 }],
    ["a final failure", { failure: "final" }, {}, { reason: "" }],
    ["the last but one attempt", { attempt: 2 }, {}, { delayMs: 250 }],
    ["the last attempt", { attempt: 3 }, {}, { reason: "" }],
    [
      "a body that is a stream",
      { failure: "refused", replayable: false },
      {},
      { reason: "its body is a stream, which cannot be sent twice" },
    ],
    ["a wait that was asked for", { retryAfterMs: 2_000 }, {}, { delayMs: 2_100 }],
    ["a long wait that was asked for", { retryAfterMs: 60_000 }, {}, { delayMs: 60_125 }],
    ["a wait of nothing", { retryAfterMs: 0 }, {}, { delayMs: 250 }],
    ["a wait below the backoff", { retryAfterMs: 100 }, {}, { delayMs: 250 }],
    [
      "a wait above the cap",
      { retryAfterMs: 60_001 },
      {},
      { reason: "the server asks to wait 60001 ms, more than `maxRetryAfter` (60000 ms)" },
    ],
    ["a wait up to the deadline", { retryAfterMs: 5_000, leftMs: 5_000.4 }, {}, { delayMs: 5_125 }],
    [
      "a wait past the deadline",
      { retryAfterMs: 5_000, leftMs: 5_000 },
      {},
      { reason: "the server asks to wait 5000 ms, more than is left of `timeout` (5000 ms)" },
    ],
  ])("%s", (_, changes, policy, decision) => {
    expect(decide(changes, policy)).toEqual(decision);
  });
});

test("backoff is anything between nothing and a ceiling that doubles up to a cap", () => {
  const ceilings = Array.from({ length: 7 }, (_, at) => backoff(at + 1, retryDefaults, 1));
  expect(ceilings).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect([backoff(3, retryDefaults, 0), backoff(3, retryDefaults, 0.25)]).toEqual([0, 500]);
});

describe("N07: Retry-After", () => {
  const now = Date.UTC(2026, 0, 1);
  const parse = (value: string | undefined, date?: string) =>
    parseRetryAfter(new Headers({ ...(value !== undefined && { "retry-after": value }), ...(date && { date }) }), now);

  test.each([
    ["7", 7_000],
    [" 7 ", 7_000],
    ["0", 0],
    ["1.5", 1_500],
    ["0007", 7_000],
    ["1.25", 1_250],
    ["Retry Thu, 01 Jan 2026 00:00:30 GMT", undefined],
    ["9".repeat(400), Number.MAX_SAFE_INTEGER],
    ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
    ["Thursday, 01-Jan-26 00:00:30 GMT", 30_000],
    ["Thu Jan  1 00:00:30 2026 GMT", 30_000],
    ["Wed, 31 Dec 2025 23:59:59 GMT", 0],
    ["-1", undefined],
    ["+1", undefined],
    ["abc", undefined],
    ["1e9", undefined],
    ["0x10", undefined],
    ["7, 7", undefined],
    ["2026-01-01", undefined],
    ["Mon, nonsense", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("N07: %j is %j ms", (value, ms) => {
    expect(parse(value)).toBe(ms);
  });

  test("N07: a date counts from the date of the answer, since clocks disagree", () => {
    expect(parse("Thu, 01 Jan 2026 00:00:30 GMT", "Wed, 31 Dec 2025 23:00:00 GMT")).toBe(3_630_000);
    expect(parse("Thu, 01 Jan 2026 00:00:30 GMT", "no date")).toBe(30_000);
  });
});

describe("the budget", () => {
  const taken = (budget: RetryBudget, most = 1_000) => {
    let count = 0;
    while (count < most && budget.take()) count++;
    return count;
  };

  test("starts with ten, and gets a tenth with every call", () => {
    const budget = new RetryBudget(new ManualClock());
    expect(taken(budget)).toBe(10);
    for (let call = 0; call < 31; call++) budget.add();
    expect(taken(budget)).toBe(3);
  });

  test("saves up to a hundred", () => {
    const budget = new RetryBudget(new ManualClock());
    for (let call = 0; call < 5_000; call++) budget.add();
    expect(taken(budget)).toBe(100);
  });

  test("gets one a second, up to ten, and keeps what it has above", async () => {
    const clock = new ManualClock();
    const budget = new RetryBudget(clock);
    taken(budget);
    await clock.advance(3_500);
    expect(taken(budget)).toBe(3);
    await clock.advance(3_600_000);
    expect(taken(budget)).toBe(10);
    for (let call = 0; call < 505; call++) budget.add();
    await clock.advance(3_600_000);
    expect(taken(budget)).toBe(50);
  });
});

test("failures that say nothing of themselves are final", () => {
  const known = { operationId: "x" };
  expect([undefined, "x", new Error("x"), new UsageError("x")].map(classifyFailure)).toEqual([
    "final",
    "final",
    "final",
    "final",
  ]);
  const answered = (status: number) =>
    new ApiError("x", { ...known, status, messages: [], causes: [] }, { headers: new Headers() });
  expect(classifyFailure(answered(429))).toBe("throttled");
  expect([408, 425, 500, 502, 503, 504].map((status) => classifyFailure(answered(status)))).toEqual(
    Array.from({ length: 6 }, () => "unclear"),
  );
  expect([0, 302, 400, 401, 403, 404, 409, 410, 501, 505].map((status) => classifyFailure(answered(status)))).toEqual(
    Array.from({ length: 10 }, () => "final"),
  );
  expect(classifyFailure(new ConnectionError("x", { ...known, phase: "connect" }))).toBe("refused");
  expect(classifyFailure(new ConnectionError("x", { ...known, phase: "connect", code: "CERT_HAS_EXPIRED" }))).toBe(
    "final",
  );
  expect(classifyFailure(new ConnectionError("x", { ...known, phase: "response" }))).toBe("unclear");
  expect(classifyFailure(new TimeoutError("x", { ...known, scope: "attempt", timeoutMs: 1 }))).toBe("unclear");
  expect(classifyFailure(new TimeoutError("x", { ...known, scope: "total", timeoutMs: 1 }))).toBe("final");
  expect(classifyFailure(new DecodeError("x", { ...known, status: 200, snippet: "" }))).toBe("unclear");
  expect(classifyFailure(new DecodeError("x", { ...known, status: 200, snippet: "", tooLarge: true }))).toBe("final");
});
