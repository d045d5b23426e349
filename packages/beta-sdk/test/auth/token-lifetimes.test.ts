import { describe, expect, test } from "vitest";
import { AuthenticationError } from "../../src/errors/authentication-error.ts";
import { bearer } from "../support/bearer.ts";
import { caught } from "../support/caught.ts";
import { json, tokenAnswer } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { taskAnswer } from "../support/task-answer.ts";

test("A02: a token of 749 s is refreshed in the background from 120 s left, and waited for at 30 s", async () => {
  const { sdk, clock, server } = makeSdk(taskAnswer);
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
  const { sdk, clock, server } = makeSdk(taskAnswer);
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
  const { sdk, clock, server } = makeSdk(taskAnswer);
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
    const { sdk, clock, server } = makeSdk(taskAnswer);
    server.token = () => json({ access_token: `token-${server.tokenCalls.length}`, expires_in: expiresIn });
    await clock.settle(sdk.tasks.get("a"));
    await clock.advance(lasts + 1);
    await clock.settle(sdk.tasks.get("a"));
    expect(bearer(server.calls)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test.each([0, -1, 1e12, "soon", "", true, {}, Number.NaN])("A03: %j is a typed error", async (expiresIn) => {
    const { sdk, clock, server } = makeSdk(taskAnswer);
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
    const { sdk, clock, server } = makeSdk(taskAnswer);
    server.token = () => reply;
    expect(await caught(clock.settle(sdk.tasks.get("a")))).toBeInstanceOf(AuthenticationError);
    expect(server.calls).toHaveLength(0);
  });
});

test("A14: when the wall clock jumps, lifetimes stay and nothing loops", async () => {
  const { sdk, clock, server } = makeSdk(taskAnswer);
  await clock.settle(sdk.tasks.get("a"));
  for (const jump of [3_600_000, -7_200_000, 1e12]) {
    clock.offset += jump;
    await clock.settle(sdk.tasks.get("a"));
  }
  expect(server.tokenCalls).toHaveLength(1);
});
