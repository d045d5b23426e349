import { describe, expect, test } from "vitest";
import { parseToken } from "../../src/auth/parse-token.ts";
import type { Token } from "../../src/auth/token.ts";
import { tokenFreshness } from "../../src/auth/token-freshness.ts";
import { TokenManager } from "../../src/auth/token-manager.ts";
import { caught } from "../support/caught.ts";
import { json, tokenAnswer } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { flush, ManualClock } from "../support/manual-clock.ts";
import { task } from "../support/task.ts";

describe("A03: the answer of the token endpoint", () => {
  const token = { access_token: "t0ken" };

  test.each([
    [749, 749_000],
    ["749", 749_000],
    [" 749 ", 749_000],
    ["749.25", 749_250],
    [0.5, 500],
    [31_536_000, 31_536_000_000],
    [undefined, 60_000],
    [null, 60_000],
  ])("A03: expires_in %j lasts %j ms", (expires_in, lifetimeMs) => {
    expect(parseToken({ ...token, expires_in })).toEqual({ value: "t0ken", lifetimeMs });
  });

  test.each([0, -1, 31_536_001, "x7", "7x", "7.x", "", "-7", [7], { valueOf: 7 }, true, "y".repeat(99)])(
    "A03: expires_in %j is none",
    (expires_in) => {
      const shown = JSON.stringify(expires_in).slice(0, 40);
      expect(parseToken({ ...token, expires_in })).toEqual({
        problem: `has an \`expires_in\` that is no lifetime: ${shown}`,
      });
    },
  );

  test("A03: a function has no JSON to show", () => {
    expect(parseToken({ ...token, expires_in: () => 7 })).toEqual({
      problem: "has an `expires_in` that is no lifetime: undefined",
    });
  });

  test.each([
    [{}, "has no usable `access_token`"],
    [null, "has no usable `access_token`"],
    ["text", "has no usable `access_token`"],
    [{ access_token: "" }, "has no usable `access_token`"],
    [{ access_token: "a b" }, "has no usable `access_token`"],
    [{ access_token: "a\n" }, "has no usable `access_token`"],
    [{ access_token: 7 }, "has no usable `access_token`"],
    [{ ...token, token_type: "mac" }, "has a `token_type` other than bearer"],
    [{ ...token, token_type: null }, "has a `token_type` other than bearer"],
  ])("A03: %j %s", (body, problem) => {
    expect(parseToken(body)).toEqual({ problem });
  });

  test("A03: the type of a token may be written as it likes", () => {
    expect(parseToken({ ...token, token_type: "BEARER", expires_in: 1 })).toEqual({
      value: "t0ken",
      lifetimeMs: 1_000,
    });
  });
});

describe("A02: freshness", () => {
  test.each([
    [749_000, 749_000, "fresh"],
    [749_000, 120_001, "fresh"],
    [749_000, 120_000, "aging"],
    [749_000, 30_001, "aging"],
    [749_000, 30_000, "stale"],
    [749_000, 0, "stale"],
    [749_000, -1, "stale"],
    [60_000, 30_001, "fresh"],
    [60_000, 30_000, "aging"],
    [60_000, 15_001, "aging"],
    [60_000, 15_000, "stale"],
    [0, 0, "stale"],
  ] as const)("A02: of %i ms, %i left is %s", (lifetimeMs, left, state) => {
    expect(tokenFreshness({ value: "t", lifetimeMs, end: 1_000 + left }, 1_000)).toBe(state);
  });

  test("A02: a token that is used once is stale at once, one that never ends is fresh", () => {
    expect(tokenFreshness({ value: "t", lifetimeMs: 0, end: Number.NEGATIVE_INFINITY }, 0)).toBe("stale");
    expect(tokenFreshness({ value: "t", lifetimeMs: 1e12, end: Number.POSITIVE_INFINITY }, 0)).toBe("fresh");
  });
});

describe("the token manager", () => {
  const { signal } = new AbortController();
  const obtaining = () => {
    const waiting: { resolve: (token: Token) => void; reject: (error: Error) => void; signal: AbortSignal }[] = [];
    const manager = new TokenManager(
      new ManualClock(),
      (given) => new Promise((resolve, reject) => void waiting.push({ resolve, reject, signal: given })),
    );
    return {
      manager,
      waiting,
      give: (value: string, at: number) => waiting[at]?.resolve({ value, lifetimeMs: 1e6, end: 1e6 }),
    };
  };

  test("A05: a refresh that was abandoned and ends after all replaces nothing", async () => {
    const { manager, waiting, give } = obtaining();
    const controller = new AbortController();
    const first = caught(manager.get(controller.signal));
    controller.abort("enough");
    expect(await first).toBe("enough");
    expect(waiting[0]?.signal.reason).toBe("enough");
    const second = manager.get(signal);
    give("new", 1);
    expect(await second).toBe("new");
    give("old", 0);
    await flush();
    expect(await manager.get(signal)).toBe("new");
  });

  test("A05: an abandoned refresh that ends while another runs leaves that one alone", async () => {
    const { manager, waiting, give } = obtaining();
    const controller = new AbortController();
    const first = caught(manager.get(controller.signal));
    controller.abort("enough");
    await first;
    const second = manager.get(signal);
    give("old", 0);
    await flush();
    const third = manager.get(signal);
    expect(waiting).toHaveLength(2);
    give("new", 1);
    expect(await Promise.all([second, third])).toEqual(["new", "new"]);
  });

  test("N11: with a signal that is aborted already, nothing is asked for", async () => {
    const { manager, waiting } = obtaining();
    expect(await caught(manager.get(AbortSignal.abort("no")))).toBe("no");
    expect(waiting).toHaveLength(0);
  });

  test("A07: one that leaves later does not stop a refresh that ended before", async () => {
    const { manager, waiting, give } = obtaining();
    const first = manager.get(signal);
    give("one", 0);
    await first;
    expect(waiting[0]?.signal.aborted).toBe(false);
  });

  test("A05: only the token that was refused is thrown away", async () => {
    const { manager, waiting, give } = obtaining();
    const first = manager.get(signal);
    give("one", 0);
    await first;
    manager.reject("other");
    expect(await manager.get(signal)).toBe("one");
    manager.reject("one");
    const next = manager.get(signal);
    expect(waiting).toHaveLength(2);
    give("two", 1);
    expect(await next).toBe("two");
  });
});

describe("what is told of tokens", () => {
  const answer = () => json(task("a"));
  const listening = () => {
    const events: unknown[] = [];
    return { events, hooks: { token: (event: object) => void events.push(event) } };
  };

  test("how long they last, when the API refuses them, and when there are none", async () => {
    const { events, hooks } = listening();
    const { sdk, clock, server } = makeSdk((_, number) => (number === 1 ? json({}, { status: 401 }) : answer()), {
      hooks,
    });
    await clock.advance(5_000);
    server.token = () => (server.tokenCalls.length === 2 ? json({}, { status: 400 }) : tokenAnswer("t0ken"));
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(events).toEqual([
      { outcome: "obtained", lifetimeMs: 749_000 },
      { outcome: "rejected" },
      { outcome: "failed", error },
    ]);
  });

  test("nothing when nobody waits any more", async () => {
    const { events, hooks } = listening();
    const { sdk, clock, server } = makeSdk(answer, { hooks });
    server.token = () => "never";
    const controller = new AbortController();
    const call = caught(sdk.tasks.get("a", { signal: controller.signal }));
    await clock.advance(10);
    controller.abort();
    await call;
    await flush();
    expect(events).toEqual([]);
  });

  test("A12: a fixed token is a secret like any other", async () => {
    const { sdk, clock } = makeSdk(() => json({ message: "no to fixed-token" }, { status: 400 }), {
      auth: "fixed-token",
    });
    expect(((await caught(clock.settle(sdk.tasks.get("a")))) as Error).message).toContain("no to [redacted]");
  });
});

describe("A06: the class of an error of the token endpoint", () => {
  test.each([
    [400, "AuthenticationError"],
    [404, "AuthenticationError"],
    [408, "ApiError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
    [503, "ServerError"],
  ])("A06: %i is a %s", async (status, name) => {
    const { sdk, clock, server } = makeSdk(() => json({}), { retry: false });
    server.token = () => new Response("plain words", { status });
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toMatchObject({ name, status, body: "plain words", operationId: "oauth/token" });
    const advised = (error as Error).message.includes("Check `clientId` and `clientSecret`");
    expect(advised).toBe(name === "AuthenticationError");
  });

  test("A06: a time-out says what was waited for", async () => {
    const { sdk, clock, server } = makeSdk(() => json({}), { retry: false, attemptTimeout: 50 });
    server.token = () => "never";
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toMatchObject({
      name: "TimeoutError",
      message: expect.stringContaining("oauth/token: no answer within 50 ms"),
    });
    expect(clock.waiting()).toBe(0);
  });

  test("a discovery that is refused says what to set", async () => {
    const auth = { clientId: "client", clientSecret: "very-secret", tokenUrl: "discover" };
    const { sdk, clock, server } = makeSdk(() => json({}), { auth });
    server.token = () => json({}, { status: 404 });
    expect(((await caught(clock.settle(sdk.tasks.get("a")))) as Error).message).toContain("Set `auth.tokenUrl`.");
    server.token = () => json({ tokenEndpoint: "http://x" });
    expect(((await caught(clock.settle(sdk.tasks.get("a")))) as Error).message).toContain("`tokenEndpoint` must be");
  });
});

describe("errors of token sources", () => {
  test.each([
    [() => Promise.reject(new Error("sealed")), { cause: { message: "sealed" } }],
    [() => Promise.reject(undefined), { message: "The token source failed: undefined." }],
    [() => ({ accessToken: "t", expiresIn: 0 }), { message: expect.stringContaining("no lifetime: 0") }],
  ])("%# are told in full", async (auth, expected) => {
    const { sdk, clock } = makeSdk(() => json({}), { auth: auth as () => Promise<string> });
    const error = (await caught(clock.settle(sdk.tasks.get("a")))) as Error;
    expect(error).toMatchObject({
      name: "AuthenticationError",
      status: 0,
      operationId: "token source",
      messages: [],
      causes: [],
      ...expected,
    });
    expect((error as { headers?: Headers }).headers).toBeInstanceOf(Headers);
    expect("cause" in error).toBe("cause" in expected);
  });
});
