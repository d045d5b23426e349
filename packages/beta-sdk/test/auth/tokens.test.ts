import { inspect } from "node:util";
import { getTaskStatus } from "@sailkit/beta-client";
import { describe, expect, test } from "vitest";
import type { StoredToken } from "../../src/auth/token-store.ts";
import { AuthenticationError } from "../../src/errors/authentication-error.ts";
import { PermissionError } from "../../src/errors/permission-error.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import { caught } from "../support/caught.ts";
import { json, networkError, tokenAnswer } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";

const answer = () => json(task("a"));
const bearer = (calls: readonly { headers: Headers }[]) => calls.map(({ headers }) => headers.get("authorization"));

test("A01: a hundred parallel first calls ask for one token", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  await clock.settle(Promise.all(Array.from({ length: 100 }, () => sdk.tasks.get("a"))));
  expect(server.tokenCalls).toHaveLength(1);
  const [request] = server.tokenCalls;
  expect([request?.method, request?.url.href]).toEqual(["POST", "https://acme.api.identitynow.com/oauth/token"]);
  expect(request?.headers.get("content-type")).toMatch(/^application\/x-www-form-urlencoded/);
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    grant_type: "client_credentials",
    client_id: "client",
    client_secret: "very-secret",
  });
  expect(new Set(bearer(server.calls))).toEqual(new Set(["Bearer token-1"]));
});

test("A02: a token of 749 s is refreshed in the background from 120 s left, and waited for at 30 s", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  await clock.settle(sdk.tasks.get("a"));
  await clock.advance(628_000);
  await clock.settle(sdk.tasks.get("a"));
  expect(server.tokenCalls).toHaveLength(1);
  await clock.advance(2_000);
  server.token = () => "never";
  await clock.settle(sdk.tasks.get("a"));
  expect([server.tokenCalls.length, bearer(server.calls).at(-1)]).toEqual([2, "Bearer token-1"]);
});

test("A02: what was refreshed in the background is used from then on", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  await clock.settle(sdk.tasks.get("a"));
  await clock.advance(650_000);
  await clock.settle(sdk.tasks.get("a"));
  await clock.settle(sdk.tasks.get("a"));
  expect(bearer(server.calls)).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
  await clock.advance(720_000);
  await clock.settle(sdk.tasks.get("a"));
  expect([server.tokenCalls.length, bearer(server.calls).at(-1)]).toEqual([3, "Bearer token-3"]);
});

test("A02: a background refresh that fails disturbs nobody, and is not tried again at once", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  await clock.settle(sdk.tasks.get("a"));
  await clock.advance(650_000);
  server.token = () => json({ error: "invalid_client" }, { status: 401 });
  for (let call = 0; call < 5; call++) await clock.settle(sdk.tasks.get("a"));
  expect(server.tokenCalls).toHaveLength(2);
  await clock.advance(10_000);
  await clock.settle(sdk.tasks.get("a"));
  expect(server.tokenCalls).toHaveLength(3);
});

describe("A03: lifetimes", () => {
  test.each([
    ["a numeric string", "749", 719_000],
    ["nothing", undefined, 45_000],
    ["null", null, 45_000],
    ["a fraction", 0.5, 375],
  ])("A03: %s is a lifetime", async (_, expiresIn, lasts) => {
    const { sdk, clock, server } = makeSdk(answer);
    server.token = () => json({ access_token: `token-${server.tokenCalls.length}`, expires_in: expiresIn });
    await clock.settle(sdk.tasks.get("a"));
    await clock.advance(lasts + 1);
    await clock.settle(sdk.tasks.get("a"));
    expect(bearer(server.calls)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test.each([0, -1, 1e12, "soon", "", true, {}, Number.NaN])("A03: %j is a typed error", async (expiresIn) => {
    const { sdk, clock, server } = makeSdk(answer);
    server.token = () =>
      new Response(
        `{"access_token":"t0ken","expires_in":${JSON.stringify(expiresIn) ?? "null"}}`.replace(":null}", ":[]}"),
      );
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect((error as Error).message).toContain("has an `expires_in` that is no lifetime");
    expect([server.tokenCalls.length, server.calls.length]).toEqual([1, 0]);
  });

  test.each([
    ["no JSON", new Response("<html>")],
    ["null", json(null)],
    ["no token", json({ expires_in: 749 })],
    ["a token that would be two headers", tokenAnswer("a\r\nX-Evil: 1")],
    ["another type", json({ access_token: "t", token_type: "mac", expires_in: 9 })],
  ])("A03: an answer with %s is a typed error", async (_, reply) => {
    const { sdk, clock, server } = makeSdk(answer);
    server.token = () => reply;
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toBeInstanceOf(AuthenticationError);
    expect(server.calls).toHaveLength(0);
  });
});

describe("A04: 401", () => {
  const refused = () => json({ error: "JWT validation failed: JWT is expired" }, { status: 401 });

  test("A04: a valid token that is refused is replaced once, and the call sent again", async () => {
    const { sdk, clock, server } = makeSdk((_, number) => (number === 1 ? refused() : answer()));
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
    expect(bearer(server.calls)).toEqual(["Bearer token-1", "Bearer token-2"]);
    expect(server.tokenCalls).toHaveLength(2);
  });

  test("A04: a PATCH is sent again as well, since it was not carried out", async () => {
    const { sdk, clock, server } = makeSdk((_, number) => (number === 1 ? refused() : answer()));
    await clock.settle(sdk.tasks.complete("a", "ERROR"));
    expect(server.calls.map(({ method }) => method)).toEqual(["PATCH", "PATCH"]);
    expect(server.calls[1]?.body).toBe(server.calls[0]?.body);
  });

  test("A04: a second 401 is an error", async () => {
    const { sdk, clock, server } = makeSdk(refused);
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ status: 401, operationId: "getTaskStatus", attempts: 1 });
    expect((error as Error).message).toContain("JWT validation failed: JWT is expired");
    expect([server.calls.length, server.tokenCalls.length]).toEqual([2, 2]);
  });

  test("A04: a token that cannot be replaced is not sent again", async () => {
    const { sdk, clock, server } = makeSdk(refused, { auth: "fixed-token" });
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toBeInstanceOf(AuthenticationError);
    expect(bearer(server.calls)).toEqual(["Bearer fixed-token"]);
  });
});

test("A05: a hundred parallel 401s make one refresh", async () => {
  const { sdk, clock, server } = makeSdk(
    ({ headers }) => (headers.get("authorization") === "Bearer token-1" ? json({}, { status: 401 }) : answer()),
    { rateLimit: false },
  );
  await clock.settle(Promise.all(Array.from({ length: 100 }, () => sdk.tasks.get("a"))));
  expect([server.tokenCalls.length, server.calls.length]).toEqual([2, 200]);
});

test("A05: a late 401 of an old token does not throw away the newer one", async () => {
  const { sdk, clock, server } = makeSdk(async ({ headers, url }) => {
    const old = headers.get("authorization") === "Bearer token-1";
    if (old && url.pathname.endsWith("slow"))
      await new Promise<void>((resolve) => void clock.after(5_000, resolve, false));
    return old ? json({}, { status: 401 }) : answer();
  });
  await clock.settle(Promise.all([sdk.tasks.get("slow"), sdk.tasks.get("fast")]));
  expect(server.tokenCalls).toHaveLength(2);
});

test("A05: an abandoned refresh that ends after all does not replace a newer token", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  server.token = async () => {
    const number = server.tokenCalls.length;
    await new Promise<void>((resolve) => void clock.after(number === 1 ? 10_000 : 1_000, resolve, false));
    return tokenAnswer(`token-${number}`);
  };
  const controller = new AbortController();
  const first = caught(sdk.tasks.get("a", { signal: controller.signal }));
  await clock.advance(500);
  controller.abort();
  await first;
  await clock.settle(sdk.tasks.get("a"));
  await clock.advance(20_000);
  await clock.settle(sdk.tasks.get("a"));
  expect(bearer(server.calls)).toEqual(["Bearer token-2", "Bearer token-2"]);
});

describe("A06: failures of the token endpoint", () => {
  test.each([400, 401, 403])("A06: %i is not retried", async (status) => {
    const { sdk, clock, server } = makeSdk(answer);
    server.token = () => json({ error: "invalid_client", error_description: "Bad client credentials" }, { status });
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ status, operationId: "oauth/token" });
    expect((error as Error).message).toContain(
      "invalid_client: Bad client credentials. Check `clientId` and `clientSecret`",
    );
    expect([server.tokenCalls.length, server.calls.length]).toEqual([1, 0]);
  });

  test.each([
    ["429", () => json({}, { status: 429, headers: { "retry-after": "2" } }), 2_000],
    ["500", () => json({}, { status: 500 }), 500],
    ["503", () => json({}, { status: 503 }), 500],
    ["a reset", () => networkError("ECONNRESET"), 500],
  ])("A06: %s is", async (_, reply, least) => {
    const { sdk, clock, server } = makeSdk(answer);
    server.token = () => (server.tokenCalls.length === 1 ? reply() : tokenAnswer("t0ken"));
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
    expect(server.tokenCalls[1]?.at).toBeGreaterThanOrEqual(least);
  });

  test("A06: when it stays down, the call fails after three requests, not nine", async () => {
    const { sdk, clock, server } = makeSdk(answer);
    server.token = () => json({}, { status: 503 });
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toMatchObject({ status: 503, operationId: "oauth/token" });
    expect([server.tokenCalls.length, server.calls.length]).toEqual([3, 0]);
  });

  test("A06: headers that never come end with the time-out of an attempt", async () => {
    const { sdk, clock, server } = makeSdk(answer, { attemptTimeout: 1_000 });
    server.token = () => (server.tokenCalls.length === 1 ? "never" : tokenAnswer("t0ken"));
    await clock.settle(sdk.tasks.get("a"));
    expect(server.tokenCalls.map(({ at }) => at)).toEqual([0, 1_500]);
  });
});

test("A07: when the first caller aborts during a shared refresh, the others are served", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  server.token = async () => {
    await new Promise<void>((resolve) => void clock.after(1_000, resolve, false));
    return tokenAnswer("t0ken");
  };
  const controller = new AbortController();
  const first = caught(sdk.tasks.get("a", { signal: controller.signal }));
  const second = sdk.tasks.get("a");
  await clock.advance(500);
  controller.abort();
  expect(await first).toMatchObject({ name: "AbortError" });
  expect(await clock.settle(second)).toEqual(task("a"));
  expect(server.tokenCalls).toHaveLength(1);
});

test("A07: a caller that comes right after the only one has left gets a refresh of its own", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  server.token = () => (server.tokenCalls.length === 1 ? "never" : tokenAnswer("t0ken"));
  const controller = new AbortController();
  const first = caught(sdk.tasks.get("a", { signal: controller.signal }));
  await clock.advance(500);
  controller.abort();
  const second = sdk.tasks.get("a");
  await first;
  expect(await clock.settle(second)).toEqual(task("a"));
});

test("A08: a redirect of the token endpoint is not followed", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  server.token = () => new Response(null, { status: 307, headers: { location: "https://evil.example/token" } });
  const error = await caught(clock.settle(sdk.tasks.get("a")));
  expect(error).toMatchObject({ name: "RedirectError", operationId: "oauth/token", status: 307 });
  expect(server.tokenCalls.map(({ url }) => url.origin)).toEqual(["https://acme.api.identitynow.com"]);
  expect(server.calls).toHaveLength(0);
});

describe("A10, A11: where tokens go", () => {
  test.each(["evil.com/#", "u@evil.com/", "a.b", "", "-a", "a-", "a b", "a\n", "ä", "a".repeat(64)])(
    "A10: tenant %j is refused",
    (tenant) => {
      expect(() => makeSdk(answer, { tenant })).toThrow(UsageError);
    },
  );

  test.each([
    "http://acme.example/beta",
    "https://user:pw@acme.example/beta",
    "https://acme.example/beta?x=1",
    "https://acme.example/beta#x",
    "ftp://acme.example",
    "acme.example",
  ])("A11: base URL %s is refused", (baseUrl) => {
    expect(() => makeSdk(answer, { baseUrl })).toThrow("must be an https URL without user, query and fragment");
  });

  test.each(["@evil.example/x", "https://evil.example/x", "//evil.example/x", ".evil.example/x", "\\evil.example"])(
    "A11: an operation with the path %s does not take the token elsewhere",
    async (path) => {
      const { sdk, clock, server } = makeSdk(answer, { baseUrl: "https://acme.example" });
      await clock.settle(sdk.call((client) => client.call({ id: "odd", method: "GET", path }, {}))).catch(() => {});
      for (const { url } of server.calls) expect(url.origin).toBe("https://acme.example");
    },
  );

  test("A11: a base URL for one call on another origin is refused", async () => {
    const { sdk, clock, server } = makeSdk(answer);
    const init = { params: { path: { id: "a" } }, baseUrl: "https://evil.example/beta" };
    const error = await caught(clock.settle(sdk.call(getTaskStatus, init)));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toBe(
      "getTaskStatus would go to https://evil.example, but the token is for https://acme.api.identitynow.com only. Make an sdk for that address.",
    );
    expect(server.calls).toHaveLength(0);
  });

  test("A11: a middleware of one call cannot turn redirects on or swap the token's origin", async () => {
    const { sdk, clock, server } = makeSdk(answer);
    const init = {
      params: { path: { id: "a" } },
      redirect: "follow" as const,
      headers: { Authorization: "Bearer mine" },
    };
    await clock.settle(sdk.call(getTaskStatus, init));
    expect(bearer(server.calls)).toEqual(["Bearer token-1"]);
  });
});

describe("A12: secrets", () => {
  const secret = 'p@ss/wörd+"quoted" & more';
  const forms = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString().slice(7),
    JSON.stringify(secret).slice(1, -1),
    ...["", "x", "xy"].map((before) => Buffer.from(`${before}${secret}`).toString("base64")),
    ...["", "x", "xy"].map((before) => Buffer.from(`${before}${secret}`).toString("base64url")),
  ];
  const inner = forms.map((form) => (/^[\w+/=-]+$/.test(form) ? form.slice(4, -4) : form));
  const everywhere = (error: Error): string => {
    const shown = [inspect(error, { depth: 9 }), JSON.stringify(error), String(error), error.message, error.stack];
    return [...shown, error.cause instanceof Error ? everywhere(error.cause) : ""].join("\n");
  };

  test.each([
    [
      "an error body that echoes the request",
      () => json({ messages: [{ text: `${forms.join(" ")} token-1` }], detailCode: secret }, { status: 400 }),
    ],
    ["a text body", () => new Response(forms.join(" "), { status: 500 })],
    ["HTML on a 200", () => new Response(`<title>${forms.join(" ")}</title>`)],
    [
      "a network error",
      () =>
        Object.assign(new TypeError(forms.join(" "), { cause: new Error(forms.join(" ")) }), {
          request: { headers: { authorization: "Bearer token-1" } },
        }),
    ],
    ["an error of the token endpoint", undefined],
  ])("A12: %s shows none, in any form", async (_, reply) => {
    const logged: unknown[] = [];
    const log = (...parts: unknown[]) => void logged.push(parts);
    const { sdk, clock, server } = makeSdk(reply ?? answer, {
      auth: { clientId: "client", clientSecret: secret },
      logger: { debug: log, info: log, warn: log, error: log },
      logLevel: "debug",
      retry: false,
    });
    if (!reply)
      server.token = ({ body }) =>
        json({ error: "invalid", error_description: `${body} ${forms.join(" ")}` }, { status: 400 });
    const error = (await caught(clock.settle(sdk.tasks.get("a")))) as Error;
    const shown = `${everywhere(error)}\n${inspect(logged, { depth: 9 })}\n${inspect(sdk, { depth: 9, showHidden: true })}`;
    expect(logged.length).toBeGreaterThan(2);
    for (const form of [...inner, "token-1"]) expect(shown).not.toContain(form);
  });
});

test("A13: a PATCH that an application's token may not do says that a user's token is needed", async () => {
  const { sdk, clock } = makeSdk(() =>
    json({ detailCode: "403", messages: [{ locale: "en-US", text: "Forbidden" }] }, { status: 403 }),
  );
  const error = await caught(clock.settle(sdk.tasks.complete("a", "ERROR")));
  expect(error).toBeInstanceOf(PermissionError);
  expect((error as Error).message).toContain(
    "It takes a token that stands for a user, such as one from a personal access token",
  );
  expect((error as Error).message).toContain(
    "Scopes: idn:task-management:write. User level, one of: ORG_ADMIN, CERT_ADMIN,",
  );
  expect((error as PermissionError).required).toMatchObject({ userOnly: true, scopes: ["idn:task-management:write"] });
  const list = await caught(clock.settle(sdk.tasks.list().toArray()));
  expect((list as PermissionError).required).toMatchObject({ userOnly: false });
});

test("A14: when the wall clock jumps, lifetimes stay and nothing loops", async () => {
  const { sdk, clock, server } = makeSdk(answer);
  await clock.settle(sdk.tasks.get("a"));
  for (const jump of [3_600_000, -7_200_000, 1e12]) {
    clock.offset += jump;
    await clock.settle(sdk.tasks.get("a"));
  }
  expect(server.tokenCalls).toHaveLength(1);
});

describe("stores", () => {
  const store = (tokens: Map<string, StoredToken>) => ({
    get: async (key: string) => tokens.get(key),
    set: async (key: string, token: StoredToken) => void tokens.set(key, token),
  });

  test("a token is kept per client id and host, and used by the next process", async () => {
    const tokens = new Map<string, StoredToken>();
    const auth = { clientId: "client", clientSecret: "very-secret", store: store(tokens) };
    const first = makeSdk(answer, { auth });
    await first.clock.settle(first.sdk.tasks.get("a"));
    expect([...tokens]).toEqual([
      [
        "client@acme.api.identitynow.com",
        { accessToken: "token-1", expiresAt: first.clock.date() + 749_000, lifetimeMs: 749_000 },
      ],
    ]);
    const outcomes: string[] = [];
    const second = makeSdk(answer, { auth, hooks: { token: ({ outcome }) => outcomes.push(outcome) } });
    await second.clock.settle(second.sdk.tasks.get("a"));
    expect([second.server.tokenCalls.length, bearer(second.server.calls), outcomes]).toEqual([
      0,
      ["Bearer token-1"],
      ["stored"],
    ]);
  });

  test("a token that has had its time, or that the API refused, is not used", async () => {
    const tokens = new Map<string, StoredToken>([
      [
        "client@acme.api.identitynow.com",
        { accessToken: "stored", expiresAt: Date.UTC(2026, 0, 1) + 749_000, lifetimeMs: 749_000 },
      ],
    ]);
    const auth = { clientId: "client", clientSecret: "very-secret", store: store(tokens) };
    const { sdk, clock, server } = makeSdk(
      ({ headers }) => (headers.get("authorization") === "Bearer stored" ? json({}, { status: 401 }) : answer()),
      { auth },
    );
    await clock.settle(sdk.tasks.get("a"));
    expect(bearer(server.calls)).toEqual(["Bearer stored", "Bearer token-1"]);
    tokens.set("client@acme.api.identitynow.com", {
      accessToken: "old",
      expiresAt: clock.date() - 1,
      lifetimeMs: 749_000,
    });
    const next = makeSdk(answer, { auth });
    await next.clock.settle(next.sdk.tasks.get("a"));
    expect(bearer(next.server.calls)).toEqual(["Bearer token-1"]);
  });

  test("a store that fails costs a token request, not the call", async () => {
    const events: unknown[] = [];
    const fail = () => Promise.reject(new Error("disk full"));
    const auth = { clientId: "client", clientSecret: "very-secret", store: { get: fail, set: fail } };
    const { sdk, clock, server } = makeSdk(answer, { auth, hooks: { token: ({ outcome }) => events.push(outcome) } });
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
    expect(server.tokenCalls).toHaveLength(1);
    expect(events).toEqual(["failed", "failed", "obtained"]);
  });
});

describe("token sources", () => {
  test("a function that gives plain tokens is asked for every attempt, once for parallel ones", async () => {
    let asked = 0;
    const { sdk, clock, server } = makeSdk(answer, { auth: async () => `mine-${++asked}` });
    await clock.settle(Promise.all([sdk.tasks.get("a"), sdk.tasks.get("b")]));
    await clock.settle(sdk.tasks.get("c"));
    expect(bearer(server.calls)).toEqual(["Bearer mine-1", "Bearer mine-1", "Bearer mine-2"]);
  });

  test("a function that says how long its token lasts is asked ahead of its end, and after a 401", async () => {
    const rejected: unknown[] = [];
    const { sdk, clock, server } = makeSdk((_, number) => (number === 2 ? json({}, { status: 401 }) : answer()), {
      auth: (context) => {
        rejected.push(context.rejected);
        return { accessToken: `mine-${rejected.length}`, expiresIn: 3_600 };
      },
    });
    await clock.settle(sdk.tasks.get("a"));
    await clock.settle(sdk.tasks.get("a"));
    expect(bearer(server.calls)).toEqual(["Bearer mine-1", "Bearer mine-1", "Bearer mine-2"]);
    expect(rejected).toEqual([undefined, "mine-1"]);
  });

  test.each([
    ["throws", () => Promise.reject(new Error("vault sealed")), "The token source failed: vault sealed"],
    ["gives nothing", async () => "", "The token source gave what has no usable `access_token`"],
  ])("a function that %s fails the call with a typed error", async (_, auth, message) => {
    const { sdk, clock, server } = makeSdk(answer, { auth });
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect((error as Error).message).toContain(message);
    expect(server.calls).toHaveLength(0);
  });
});

test("a function that gives up when nobody waits any more is heard by nobody", async () => {
  const { sdk, clock } = makeSdk(answer, {
    auth: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
  });
  const controller = new AbortController();
  const call = caught(sdk.tasks.get("a", { signal: controller.signal }));
  await clock.advance(10);
  controller.abort("enough");
  expect(await call).toBe("enough");
});

test("a function that throws what is no error fails the call as well", async () => {
  const { sdk, clock } = makeSdk(answer, { auth: () => Promise.reject("sealed") });
  expect(((await caught(clock.settle(sdk.tasks.get("a")))) as Error).message).toContain(
    "The token source failed: sealed",
  );
});

describe("discovery", () => {
  test("a vanity domain is asked where its tokens come from, once", async () => {
    const auth = { clientId: "client", clientSecret: "very-secret", tokenUrl: "discover" };
    const { sdk, clock, server } = makeSdk(answer, { baseUrl: "https://identity.acme.example/beta", auth });
    server.token = ({ url, method }) =>
      url.pathname === "/oauth/info"
        ? json({ tokenEndpoint: "https://acme.api.identitynow.com/oauth/token" })
        : tokenAnswer(`${method}-${url.host}`, 40);
    await clock.settle(sdk.tasks.get("a"));
    await clock.advance(60_000);
    await clock.settle(sdk.tasks.get("a"));
    expect(server.tokenCalls.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      "GET https://identity.acme.example/oauth/info",
      "POST https://acme.api.identitynow.com/oauth/token",
      "POST https://acme.api.identitynow.com/oauth/token",
    ]);
    expect(server.tokenCalls[0]?.body).toBe("");
  });

  test.each([
    [{ tokenEndpoint: "http://evil.example/token" }, "must be an https URL"],
    [{}, "names no `tokenEndpoint`"],
    [null, "names no `tokenEndpoint`"],
  ])("an answer %j is refused", async (info, message) => {
    const auth = { clientId: "client", clientSecret: "very-secret", tokenUrl: "discover" };
    const { sdk, clock, server } = makeSdk(answer, { auth });
    server.token = () => json(info);
    expect(((await caught(clock.settle(sdk.tasks.get("a")))) as Error).message).toContain(message);
    expect(server.tokenCalls).toHaveLength(1);
  });
});
