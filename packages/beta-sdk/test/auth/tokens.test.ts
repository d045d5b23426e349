import { describe, expect, test } from "vitest";
import { AuthenticationError } from "../../src/errors/authentication-error.ts";
import { PermissionError } from "../../src/errors/permission-error.ts";
import { bearer } from "../support/bearer.ts";
import { caught } from "../support/caught.ts";
import { json, tokenAnswer } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";
import { taskAnswer } from "../support/task-answer.ts";

test("A01: a hundred parallel first calls ask for one token", async () => {
  const { sdk, clock, server } = makeSdk(taskAnswer);
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

describe("A04: 401", () => {
  const refused = () => json({ error: "JWT validation failed: JWT is expired" }, { status: 401 });

  test("A04: a valid token that is refused is replaced once, and the call sent again", async () => {
    const { sdk, clock, server } = makeSdk((_, number) => (number === 1 ? refused() : taskAnswer()));
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
    expect(bearer(server.calls)).toEqual(["Bearer token-1", "Bearer token-2"]);
    expect(server.tokenCalls).toHaveLength(2);
  });

  test("A04: a PATCH is sent again as well, since it was not carried out", async () => {
    const { sdk, clock, server } = makeSdk((_, number) => (number === 1 ? refused() : taskAnswer()));
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
    ({ headers }) => (headers.get("authorization") === "Bearer token-1" ? json({}, { status: 401 }) : taskAnswer()),
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
    return old ? json({}, { status: 401 }) : taskAnswer();
  });
  await clock.settle(Promise.all([sdk.tasks.get("slow"), sdk.tasks.get("fast")]));
  expect(server.tokenCalls).toHaveLength(2);
});

test("A05: an abandoned refresh that ends after all does not replace a newer token", async () => {
  const { sdk, clock, server } = makeSdk(taskAnswer);
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

test("A07: when the first caller aborts during a shared refresh, the others are served", async () => {
  const { sdk, clock, server } = makeSdk(taskAnswer);
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
  const { sdk, clock, server } = makeSdk(taskAnswer);
  server.token = () => (server.tokenCalls.length === 1 ? "never" : tokenAnswer("t0ken"));
  const controller = new AbortController();
  const first = caught(sdk.tasks.get("a", { signal: controller.signal }));
  await clock.advance(500);
  controller.abort();
  const second = sdk.tasks.get("a");
  await first;
  expect(await clock.settle(second)).toEqual(task("a"));
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
