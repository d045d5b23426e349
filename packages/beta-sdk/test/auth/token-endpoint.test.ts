import { describe, expect, test } from "vitest";
import { AuthenticationError } from "../../src/errors/authentication-error.ts";
import { caught } from "../support/caught.ts";
import { json, networkError, tokenAnswer } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";
import { taskAnswer } from "../support/task-answer.ts";

describe("A06: failures of the token endpoint", () => {
  test.each([400, 401, 403])("A06: %i is not retried", async (status) => {
    const { sdk, clock, server } = makeSdk(taskAnswer);
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
    const { sdk, clock, server } = makeSdk(taskAnswer);
    server.token = () => (server.tokenCalls.length === 1 ? reply() : tokenAnswer("t0ken"));
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
    expect(server.tokenCalls[1]?.at).toBeGreaterThanOrEqual(least);
  });

  test("A06: when it stays down, the call fails after three requests, not nine", async () => {
    const { sdk, clock, server } = makeSdk(taskAnswer);
    server.token = () => json({}, { status: 503 });
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toMatchObject({ status: 503, operationId: "oauth/token" });
    expect([server.tokenCalls.length, server.calls.length]).toEqual([3, 0]);
  });

  test("A06: headers that never come end with the time-out of an attempt", async () => {
    const { sdk, clock, server } = makeSdk(taskAnswer, { attemptTimeout: 1_000 });
    server.token = () => (server.tokenCalls.length === 1 ? "never" : tokenAnswer("t0ken"));
    await clock.settle(sdk.tasks.get("a"));
    expect(server.tokenCalls.map(({ at }) => at)).toEqual([0, 1_500]);
  });
});

test("A08: a redirect of the token endpoint is not followed", async () => {
  const { sdk, clock, server } = makeSdk(taskAnswer);
  server.token = () => new Response(null, { status: 307, headers: { location: "https://evil.example/token" } });
  const error = await caught(clock.settle(sdk.tasks.get("a")));
  expect(error).toMatchObject({ name: "RedirectError", operationId: "oauth/token", status: 307 });
  expect(server.tokenCalls.map(({ url }) => url.origin)).toEqual(["https://acme.api.identitynow.com"]);
  expect(server.calls).toHaveLength(0);
});
