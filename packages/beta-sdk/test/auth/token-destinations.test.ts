import { getTaskStatus } from "@sailkit/beta-client";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors/usage-error.ts";
import { bearer } from "../support/bearer.ts";
import { caught } from "../support/caught.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { taskAnswer } from "../support/task-answer.ts";

describe("A10, A11: where tokens go", () => {
  test.each(["evil.com/#", "u@evil.com/", "a.b", "", "-a", "a-", "a b", "a\n", "ä", "a".repeat(64)])(
    "A10: tenant %j is refused",
    (tenant) => {
      expect(() => makeSdk(taskAnswer, { tenant })).toThrow(UsageError);
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
    expect(() => makeSdk(taskAnswer, { baseUrl })).toThrow("must be an https URL without user, query and fragment");
  });

  test.each(["@evil.example/x", "https://evil.example/x", "//evil.example/x", ".evil.example/x", "\\evil.example"])(
    "A11: an operation with the path %s does not take the token elsewhere",
    async (path) => {
      const { sdk, clock, server } = makeSdk(taskAnswer, { baseUrl: "https://acme.example" });
      await clock.settle(sdk.call((client) => client.call({ id: "odd", method: "GET", path }, {}))).catch(() => {});
      for (const { url } of server.calls) expect(url.origin).toBe("https://acme.example");
    },
  );

  test("A11: a base URL for one call on another origin is refused", async () => {
    const { sdk, clock, server } = makeSdk(taskAnswer);
    const init = { params: { path: { id: "a" } }, baseUrl: "https://evil.example/beta" };
    const error = await caught(clock.settle(sdk.call(getTaskStatus, init)));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toBe(
      "getTaskStatus would go to https://evil.example, but the token is for https://acme.api.identitynow.com only. Make an sdk for that address.",
    );
    expect(server.calls).toHaveLength(0);
  });

  test("A11: a middleware of one call cannot turn redirects on or swap the token's origin", async () => {
    const { sdk, clock, server } = makeSdk(taskAnswer);
    const init = {
      params: { path: { id: "a" } },
      redirect: "follow" as const,
      headers: { Authorization: "Bearer mine" },
    };
    await clock.settle(sdk.call(getTaskStatus, init));
    expect(bearer(server.calls)).toEqual(["Bearer token-1"]);
  });
});
