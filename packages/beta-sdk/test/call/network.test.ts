import { getEventListeners } from "node:events";
import { getTaskStatus } from "@sailkit/beta-client";
import { describe, expect, test } from "vitest";
import { ConnectionError } from "../../src/errors/connection-error.ts";
import { DecodeError } from "../../src/errors/decode-error.ts";
import { RateLimitError } from "../../src/errors/rate-limit-error.ts";
import { RedirectError } from "../../src/errors/redirect-error.ts";
import { ServerError } from "../../src/errors/server-error.ts";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import { UnknownOutcomeError } from "../../src/errors/unknown-outcome-error.ts";
import { caught } from "../support/caught.ts";
import { json, networkError, type Reply } from "../support/fake-server.ts";
import { makeSdk, realSockets } from "../support/make-sdk.ts";
import { flush } from "../support/manual-clock.ts";
import { task } from "../support/task.ts";

const patchBody = [{ op: "replace" as const, path: "/completionStatus", value: "ERROR" }];

describe("N01: a connection that does not come about", () => {
  test.each([
    networkError("ECONNREFUSED"),
    networkError("ENOTFOUND"),
    networkError("EAI_AGAIN"),
    networkError("UND_ERR_CONNECT_TIMEOUT"),
    networkError("ETIMEDOUT", { syscall: "connect" }),
    new TypeError("fetch failed", {
      cause: Object.assign(new Error(), { errors: [Object.assign(new Error(), { code: "ECONNREFUSED" })] }),
    }),
    new TypeError("fetch failed", {
      cause: Object.assign(
        new Error("Client network socket disconnected before secure TLS connection was established"),
        { code: "ECONNRESET" },
      ),
    }),
  ])("N01: %# is retried for a PATCH as well, since nothing was sent", async (error) => {
    const { sdk, clock, server } = makeSdk((_, number) => (number < 3 ? error : json(task("a"))));
    expect(await clock.settle(sdk.tasks.update("a", patchBody))).toEqual(task("a"));
    expect(server.calls.map(({ method, at }) => [method, at])).toEqual([
      ["PATCH", 0],
      ["PATCH", 500],
      ["PATCH", 1500],
    ]);
  });

  test("N01: gives up after three attempts and says so", async () => {
    const { sdk, clock, server } = makeSdk(() => networkError("ECONNREFUSED"));
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ operationId: "getTaskStatus", phase: "connect", code: "ECONNREFUSED", attempts: 3 });
    expect((error as Error).message).toBe(
      "getTaskStatus (GET): no connection to the server: ECONNREFUSED. Sent 3 times.",
    );
    expect(server.calls).toHaveLength(3);
  });

  test("N01: a certificate that is not trusted is not tried again", async () => {
    const { sdk, clock, server } = makeSdk(() => networkError("DEPTH_ZERO_SELF_SIGNED_CERT"));
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toMatchObject({ phase: "connect", attempts: 1 });
    expect(server.calls).toHaveLength(1);
  });
});

describe("N02: a reset before headers", () => {
  test("N02: GET and HEAD are retried", async () => {
    const { sdk, clock, server } = makeSdk((_, number) =>
      number === 2
        ? json(task("a"))
        : number === 4
          ? new Response(null, { headers: { "x-total-count": "7" } })
          : networkError("ECONNRESET"),
    );
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
    expect(await clock.settle(sdk.tasks.pending.count())).toBe(7);
    expect(server.calls.map(({ method }) => method)).toEqual(["GET", "GET", "HEAD", "HEAD"]);
  });

  test("N02: PATCH fails, and says that the outcome is unknown", async () => {
    const { sdk, clock, server } = makeSdk(() => networkError("ECONNRESET"));
    const error = await caught(clock.settle(sdk.tasks.complete("a", "ERROR")));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error).toMatchObject({ operationId: "updateTaskStatus", attempts: 1, cause: { phase: "request" } });
    expect((error as Error).message).toContain("may or may not have been carried out");
    expect(server.calls).toHaveLength(1);
  });

  test("N02: PATCH is sent again where the caller opts in, and the outcome stays unknown when that fails", async () => {
    const { sdk, clock, server } = makeSdk((_, number) => networkError(number === 1 ? "ECONNRESET" : "ECONNREFUSED"));
    const retry = { nonIdempotent: true };
    const error = await caught(clock.settle(sdk.tasks.update("a", patchBody, { retry })));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(server.calls).toHaveLength(3);
  });
});

describe("N03: a body that breaks off", () => {
  const cut = () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"id":'));
          controller.error(new TypeError("terminated"));
        },
      }),
      { headers: { "content-type": "application/json", "slpt-request-id": "req-1" } },
    );

  test("N03: GET is retried", async () => {
    const { sdk, clock } = makeSdk((_, number) => (number === 1 ? cut() : json(task("a"))));
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
  });

  test("N03: then it is a typed error with the request id", async () => {
    const { sdk, clock, server } = makeSdk(cut);
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ phase: "response", status: 200, requestId: "req-1", attempts: 3 });
    expect(server.calls).toHaveLength(3);
  });

  test("N03: PATCH is not sent again", async () => {
    const { sdk, clock, server } = makeSdk(cut);
    const error = await caught(clock.settle(sdk.tasks.complete("a", "ERROR")));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error).toMatchObject({ requestId: "req-1" });
    expect(server.calls).toHaveLength(1);
  });
});

describe("N04, N05: time-outs", () => {
  test("N04: the time-out of an attempt covers a body that drips", async () => {
    const drip = (signal?: AbortSignal) =>
      new Response(
        new ReadableStream({
          async pull(controller) {
            signal?.throwIfAborted();
            await new Promise<void>((resolve) => {
              clock.after(1000, resolve, false);
            });
            controller.enqueue(new Uint8Array([32]));
          },
        }),
      );
    const { sdk, clock, server } = makeSdk(() => drip(), { attemptTimeout: 2_500, retry: false });
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ scope: "attempt", timeoutMs: 2_500, attempts: 1 });
    expect(clock.now()).toBe(2_500);
    expect(server.calls).toHaveLength(1);
  });

  test("N05: headers that never come end at the total deadline", async () => {
    const { sdk, clock, server } = makeSdk(() => "never", { attemptTimeout: 2_000, timeout: 5_000 });
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      scope: "total",
      timeoutMs: 5_000,
      cause: { name: "TimeoutError", scope: "attempt" },
    });
    expect(clock.now()).toBe(5_000);
    expect(server.calls.map(({ at }) => at)).toEqual([0, 2_500]);
    expect(clock.waiting()).toBe(0);
  });

  test("N05: where nobody says, a call has five minutes", async () => {
    const { sdk, clock } = makeSdk(() => "never", { attemptTimeout: 400_000 });
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toMatchObject({ scope: "total", timeoutMs: 300_000 });
    expect(clock.now()).toBe(300_000);
  });

  test("N05: of these, the wait for a turn behind other calls is no part", async () => {
    const rateLimit = { requests: 1, interval: 200_000 };
    const { sdk, clock, server } = makeSdk(({ url }) => (url.href.endsWith("c") ? "never" : json(task("a"))), {
      rateLimit,
      attemptTimeout: 400_000,
    });
    const calls = [sdk.tasks.get("a"), sdk.tasks.get("b"), caught(sdk.tasks.get("c"))];
    const [, , error] = await clock.settle(Promise.all(calls));
    expect(error).toMatchObject({ scope: "total", timeoutMs: 300_000 });
    expect([server.calls.at(-1)?.at, clock.now(), clock.waiting()]).toEqual([400_000, 700_000, 0]);
  });

  test("N05: a `timeout` that is given covers the wait for a turn as well", async () => {
    const rateLimit = { requests: 1, interval: 10_000 };
    for (const [options, settings] of [
      [{ timeout: 5_000 }, {}],
      [{}, { timeout: 5_000 }],
    ]) {
      const { sdk, clock, server } = makeSdk(() => json(task("a")), { rateLimit, ...options });
      const calls = Promise.all([sdk.tasks.get("a"), caught(sdk.tasks.get("b", settings))]);
      expect((await clock.settle(calls))[1]).toMatchObject({ scope: "total", timeoutMs: 5_000 });
      expect([server.calls.length, clock.now()]).toEqual([1, 5_000]);
    }
  });

  test.each([{ timeout: 0 }, { timeout: Number.NaN }, { attemptTimeout: 0 }])(
    "N05: %j for one call is refused before anything is sent",
    async (settings) => {
      const { sdk, server } = makeSdk(() => json(task("a")));
      const error = await caught(sdk.tasks.get("a", settings));
      expect((error as Error).message).toContain(`\`${Object.keys(settings)[0]}\` must be a number of at least 1`);
      expect([server.calls.length, server.tokenCalls.length]).toEqual([0, 0]);
    },
  );

  test("N05: a PATCH that times out has an unknown outcome", async () => {
    const { sdk, clock } = makeSdk(() => "never", { timeout: 5_000 });
    const error = await caught(clock.settle(sdk.tasks.complete("a", "ERROR")));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
    expect(error).toMatchObject({ cause: { scope: "total" } });
  });

  test("N05: a PATCH that was answered 429 and runs out of time has a known one", async () => {
    const { sdk, clock } = makeSdk(() => json({}, { status: 429 }), { timeout: 100 });
    expect(await caught(clock.settle(sdk.tasks.complete("a", "ERROR")))).toBeInstanceOf(TimeoutError);
  });
});

describe("N06 to N09: being told to wait", () => {
  const refused = (value: string | undefined, status = 429) =>
    json({ message: "Too many" }, { status, ...(value !== undefined && { headers: { "retry-after": value } }) });

  test("N06: waits at least as long as it was told to", async () => {
    const { sdk, clock, server } = makeSdk((_, number) => (number === 1 ? refused("7") : json(task("a"))));
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
    expect(server.calls.map(({ at }) => at)).toEqual([0, 7_250]);
  });

  test.each([
    ["an HTTP date", "Thu, 01 Jan 2026 00:00:20 GMT", 20_000],
    ["a past date", "Wed, 31 Dec 2025 00:00:00 GMT", 0],
    ["0", "0", 0],
    ["a fraction", "1.5", 1_500],
    ["-1", "-1", 0],
    ["abc", "abc", 0],
    ["1e9", "1e9", 0],
    ["0x10", "0x10", 0],
    ["nothing", "", 0],
  ])("N07: %s is never earlier than asked, and nonsense is backoff", async (_, value, least) => {
    const { sdk, clock, server } = makeSdk((__, number) => (number === 1 ? refused(value) : json(task("a"))));
    await clock.settle(sdk.tasks.get("a"));
    const wait = (server.calls[1]?.at ?? 0) - (server.calls[0]?.at ?? 0);
    expect(wait).toBeGreaterThanOrEqual(least);
    expect(wait).toBe(least === 0 ? 500 : least + Math.min(250, least / 10));
  });

  test("N07: digits without end do not overflow a timer", async () => {
    const { sdk, clock, server } = makeSdk(() => refused("9".repeat(400)));
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toMatchObject({ retryAfterMs: Number.MAX_SAFE_INTEGER });
    expect([clock.now(), server.calls.length]).toEqual([0, 1]);
  });

  test.each([
    ["above the cap", "3600", {}, "more than `maxRetryAfter` (60000 ms)"],
    ["above the deadline", "30", { timeout: 10_000 }, "more than is left of `timeout` (10000 ms)"],
  ])("N08: a wait %s fails at once, and the error says how long it is", async (_, value, options, reason) => {
    const { sdk, clock, server } = makeSdk(() => refused(value), options);
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ status: 429, retryAfterMs: Number(value) * 1000, attempts: 1 });
    expect((error as Error).message).toBe(
      `getTaskStatus (GET /task-status/{id}) failed with 429: Too many. Not sent again: the server asks to wait ${Number(value) * 1000} ms, ${reason}.`,
    );
    expect([clock.now(), server.calls.length]).toEqual([0, 1]);
  });

  test.each([429, 503])("N09: %i without the header backs off with full jitter", async (status) => {
    const { sdk, clock, server } = makeSdk(() => refused(undefined, status), {
      retry: { attempts: 7 },
      random: () => 0.5,
    });
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toMatchObject({ status, attempts: 7 });
    const { calls } = server;
    expect(calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0))).toEqual([
      250, 500, 1000, 2000, 4000, 4000,
    ]);
  });
});

describe("N10, N11: abort", () => {
  const reason = new Error("changed my mind");

  test.each([
    ["backoff", () => json({}, { status: 503 })],
    ["the body", () => new Response(new ReadableStream({}))],
    ["waiting for headers", () => "never" as const],
  ] satisfies [string, () => Reply][])(
    "N10: an abort during %s rejects at once, sends nothing more and leaves nothing behind",
    async (_, reply) => {
      const { sdk, clock, server } = makeSdk(reply);
      const controller = new AbortController();
      const promise = caught(sdk.tasks.get("a", { signal: controller.signal }));
      await clock.advance(10);
      const started = performance.now();
      controller.abort(reason);
      expect(await promise).toBe(reason);
      expect(performance.now() - started).toBeLessThan(realSockets ? 200 : 20);
      await clock.advance(100_000);
      expect(server.calls).toHaveLength(1);
      expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
      expect(clock.waiting()).toBe(0);
    },
  );

  test("N10: an abort while the token is fetched stops that too, when nobody else waits for it", async () => {
    const { sdk, clock, server } = makeSdk(() => json(task("a")));
    server.token = () => "never";
    const controller = new AbortController();
    const promise = caught(sdk.tasks.get("a", { signal: controller.signal }));
    await clock.advance(10);
    controller.abort(reason);
    expect(await promise).toBe(reason);
    await clock.advance(100_000);
    expect([server.tokenCalls.length, server.calls.length, clock.waiting()]).toEqual([1, 0, 0]);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("N10: an abort in the queue of the limiter gives up the place", async () => {
    const { sdk, clock, server } = makeSdk(() => json(task("a")), { rateLimit: { requests: 1, interval: 1_000 } });
    await clock.settle(sdk.tasks.get("a"));
    const controller = new AbortController();
    const aborted = caught(sdk.tasks.get("b", { signal: controller.signal }));
    const next = sdk.tasks.get("c");
    await clock.advance(10);
    controller.abort(reason);
    expect(await aborted).toBe(reason);
    await clock.settle(next);
    expect(server.calls.map(({ url, at }) => [url.pathname, at])).toEqual([
      ["/beta/task-status/a", 0],
      ["/beta/task-status/c", 1_000],
    ]);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("N10: however many calls wait under one signal, it has one listener", async () => {
    const { sdk, clock } = makeSdk(() => "never");
    const controller = new AbortController();
    const { signal } = controller;
    const calls = Array.from({ length: 50 }, (_, at) => caught(sdk.tasks.get(`t${at}`, { signal })));
    await clock.advance(10);
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    controller.abort(reason);
    expect(new Set(await Promise.all(calls))).toEqual(new Set([reason]));
    expect([getEventListeners(signal, "abort").length, clock.waiting()]).toEqual([0, 0]);
  });

  test("N11: with a signal that is aborted already, nothing is sent", async () => {
    const { sdk, server } = makeSdk(() => json(task("a")));
    expect(await caught(sdk.tasks.get("a", { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(
      await caught(sdk.call(getTaskStatus, { params: { path: { id: "a" } }, signal: AbortSignal.abort(reason) })),
    ).toBe(reason);
    expect([server.calls.length, server.tokenCalls.length]).toEqual([0, 0]);
  });
});

test("N12: when 500 parallel calls all fail, the retry budget keeps sends below 1.2 times the calls", async () => {
  const { sdk, clock, server } = makeSdk(() => json({}, { status: 503 }), { rateLimit: false, random: Math.random });
  const errors = await clock.settle(
    Promise.all(Array.from({ length: 500 }, (_, at) => caught(sdk.tasks.get(`t${at}`)))),
  );
  expect(errors.every((error) => error instanceof ServerError)).toBe(true);
  expect(server.calls.length).toBeGreaterThan(500);
  expect(server.calls.length).toBeLessThanOrEqual(600);
  expect(errors.some((error) => (error as Error).message.includes("retry budget is used up"))).toBe(true);
});

test("N12: being throttled uses no budget, since limiter and Retry-After hold back already", async () => {
  const tries = new Map<string, number>();
  const { sdk, clock } = makeSdk(
    ({ url }) => {
      const tried = (tries.get(url.pathname) ?? 0) + 1;
      tries.set(url.pathname, tried);
      return tried < 3 ? json({}, { status: 429, headers: { "retry-after": "1" } }) : json(task("a"));
    },
    { rateLimit: false },
  );
  const calls = Array.from({ length: 100 }, (_, at) => sdk.tasks.get(`t${at}`));
  expect(await clock.settle(Promise.all(calls))).toHaveLength(100);
});

describe("N14: answers that are not what they claim", () => {
  const answer = (body: BodyInit | null, type: string, status = 200) =>
    new Response(body, { status, headers: { "content-type": type, "slpt-request-id": "req-9" } });

  test.each([
    ["HTML", () => answer(`<html>${"x".repeat(5_000)}very-secret</html>`, "text/html")],
    ["bad JSON", () => answer('{"id": very-secret', "application/json")],
    ["nothing", () => answer("", "application/json")],
  ])("N14: %s on a 200 is a typed error with a short snippet without secrets", async (_, reply) => {
    const { sdk, clock } = makeSdk(reply);
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ operationId: "getTaskStatus", status: 200, requestId: "req-9", attempts: 3 });
    expect((error as DecodeError).snippet.length).toBeLessThanOrEqual(1_000);
    expect(JSON.stringify(error)).not.toContain("very-secret");
  });

  test("N14: a byte order mark is no harm", async () => {
    const { sdk, clock } = makeSdk(() => answer(`\uFEFF${JSON.stringify(task("a"))}`, "application/json"));
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
  });

  test("N14: 204 on a list is an empty list", async () => {
    const { sdk, clock, server } = makeSdk(() => new Response(null, { status: 204 }));
    expect(await clock.settle(sdk.tasks.pending.list().toArray())).toEqual([]);
    expect(server.calls).toHaveLength(1);
  });

  test("N14: something other than a list is a typed error", async () => {
    const { sdk, clock } = makeSdk(() => json({ items: [] }));
    expect(await caught(clock.settle(sdk.tasks.list().toArray()))).toBeInstanceOf(DecodeError);
  });
});

test("N15: a body without end stops at the cap and is not asked for again", async () => {
  let pulled = 0;
  let cancelled = false;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          pulled += 1024;
          controller.enqueue(new Uint8Array(1024));
        },
        cancel() {
          cancelled = true;
        },
      }),
    );
  const { sdk, clock, server } = makeSdk(endless, { maxBodyBytes: 100_000 });
  const error = await caught(clock.settle(sdk.tasks.get("a")));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({ tooLarge: true, attempts: 1 });
  expect((error as Error).message).toContain("longer than `maxBodyBytes` (100000 bytes)");
  expect([server.calls.length, cancelled]).toEqual([1, true]);
  // A socket has buffers of its own.
  expect(pulled).toBeLessThan(realSockets ? 20_000_000 : 200_000);
});

describe("N17: redirects", () => {
  test.each([
    ["the same origin", "https://acme.api.identitynow.com/beta/elsewhere"],
    ["another origin", "https://evil.example/collect?x=very-secret"],
    ["plain http", "http://acme.api.identitynow.com/beta/task-status/a"],
  ])("N17: to %s are not followed, and the error says so", async (_, location) => {
    const { sdk, clock, server } = makeSdk(() => new Response(null, { status: 302, headers: { location } }));
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(RedirectError);
    expect(error).toMatchObject({ status: 302, operationId: "getTaskStatus", attempts: 1 });
    expect((error as Error).message).toContain(`redirects to ${new URL(location).origin}, which is not followed`);
    expect(server.calls.map(({ url }) => url.href)).toEqual(["https://acme.api.identitynow.com/beta/task-status/a"]);
  });
});

describe("N18: PATCH", () => {
  test("N18: a 429 is retried, since it was not carried out", async () => {
    const { sdk, clock, server } = makeSdk((_, number) =>
      number === 1 ? json({}, { status: 429, headers: { "retry-after": "1" } }) : json(task("a")),
    );
    expect(await clock.settle(sdk.tasks.complete("a", "ERROR"))).toEqual(task("a"));
    expect(server.calls).toHaveLength(2);
  });

  test("N18: a 502 is not, unless the caller opts in", async () => {
    const { sdk, clock, server } = makeSdk(() => json({}, { status: 502 }));
    const error = await caught(clock.settle(sdk.tasks.complete("a", "ERROR")));
    expect(error).toBeInstanceOf(ServerError);
    expect((error as Error).message).toContain("may or may not have been carried out");
    expect(server.calls).toHaveLength(1);
    await caught(clock.settle(sdk.tasks.complete("a", "ERROR", { retry: { nonIdempotent: true } })));
    expect(server.calls).toHaveLength(4);
  });
});

describe("N19: the documented limit", () => {
  test("N19: 1,000 calls through two sdks of one client id meet at most one 429, in nearly the best time", async () => {
    const arrivals: number[] = [];
    let refused = 0;
    const first = makeSdk(() => new Response());
    const { clock } = first;
    const reply = async () => {
      // Requests travel at different speeds.
      await new Promise<void>((resolve) => void clock.after(arrivals.length % 7, resolve, false));
      const now = clock.now();
      if (arrivals.filter((at) => at > now - 10_000).length >= 100) {
        refused++;
        return json({}, { status: 429, headers: { "retry-after": "10" } });
      }
      arrivals.push(now);
      return json(task("a"));
    };
    const one = makeSdk(reply, { clock });
    const two = makeSdk(reply, { clock });
    const calls = Array.from({ length: 1_000 }, (_, at) => (at % 2 === 0 ? one : two).sdk.tasks.get(`t${at}`));
    await clock.settle(Promise.all(calls));
    expect(arrivals).toHaveLength(1_000);
    expect(refused).toBeLessThanOrEqual(1);
    // The best there is: a hundred at once, every ten seconds.
    expect(clock.now()).toBeLessThanOrEqual(90_000 * 1.05);
  }, 60_000);

  test("N19: a 429 holds back every call until its time has come", async () => {
    const { sdk, clock, server } = makeSdk((_, number) =>
      number === 1 ? json({}, { status: 429, headers: { "retry-after": "3" } }) : json(task("a")),
    );
    const first = sdk.tasks.get("a");
    await clock.advance(1);
    const second = sdk.tasks.get("b");
    await clock.settle(Promise.all([first, second]));
    expect(server.calls.map(({ url, at }) => [url.pathname.slice(-1), at])).toEqual([
      ["a", 0],
      ["b", 3_000],
      ["a", 3_250],
    ]);
  });
});

describe("N20: what keeps the process alive", () => {
  test.each([
    [undefined, 0],
    [true, 1],
    [false, 0],
  ])("N20: with `holdProcess` %s, %i backoffs", async (holdProcess, holding) => {
    const { sdk, clock } = makeSdk(() => json({}, { status: 503 }), { holdProcess });
    const call = caught(sdk.tasks.get("a"));
    await flush();
    // The other one is the deadline of the call.
    expect([clock.waiting(true), clock.waiting(false)]).toEqual([holding, 2 - holding]);
    await clock.settle(call);
    expect(clock.waiting()).toBe(0);
  });

  test.each([
    [undefined, 1],
    [true, 1],
    [false, 0],
  ])("N20: with `holdProcess` %s, %i turns, and as many looks", async (holdProcess, holding) => {
    const options = { holdProcess, rateLimit: { requests: 1, interval: 10_000 } };
    const { sdk, clock } = makeSdk(() => json({ ...task("a"), completed: null, completionStatus: null }), options);
    await clock.settle(sdk.tasks.get("a"));
    const turn = sdk.tasks.get("b");
    await flush();
    expect(clock.waiting(true)).toBe(holding);
    await clock.settle(turn);
    await clock.advance(10_000);
    const watched = caught(sdk.tasks.waitFor("c", { timeout: 1_500 }));
    await flush();
    expect(clock.waiting(true)).toBe(holding);
    await clock.settle(watched);
    expect(clock.waiting()).toBe(0);
  });
});
