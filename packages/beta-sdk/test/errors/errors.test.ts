import { runInNewContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import { ApiError } from "../../src/errors/api-error.ts";
import * as guards from "../../src/errors/guards.ts";
import { NotFoundError } from "../../src/errors/not-found-error.ts";
import { parseErrorBody } from "../../src/errors/parse-error-body.ts";
import { SdkError } from "../../src/errors/sdk-error.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";

const failing = async (status: number, body: unknown = {}, headers: Record<string, string> = {}) => {
  const { sdk, clock } = makeSdk(
    () => (body === "none" ? new Response(null, { status, headers }) : json(body, { status, headers })),
    { retry: false },
  );
  return (await caught(clock.settle(sdk.tasks.get("a")))) as ApiError;
};

describe("classes", () => {
  test.each([
    [400, "BadRequestError"],
    [401, "AuthenticationError"],
    [403, "PermissionError"],
    [404, "NotFoundError"],
    [409, "ConflictError"],
    [418, "ApiError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
    [503, "ServerError"],
  ])("%i is a %s", async (status, name) => {
    const error = await failing(status);
    expect([
      error.name,
      error.status,
      error instanceof ApiError,
      error instanceof SdkError,
      error instanceof Error,
    ]).toEqual([name, status, true, true, true]);
    expect([guards.isSdkError(error), guards.isApiError(error)]).toEqual([true, true]);
    expect(guards.isNotFoundError(error)).toBe(name === "NotFoundError");
    expect(guards.isRateLimitError(error)).toBe(name === "RateLimitError");
    expect(guards.isPermissionError(error)).toBe(name === "PermissionError");
    expect(guards.isAuthenticationError(error)).toBe(name === "AuthenticationError");
  });

  test("are told from another by what they say they are, so that several installs and realms agree", async () => {
    const error = await failing(404);
    vi.resetModules();
    const other = await import("../../src/errors/not-found-error.ts");
    expect(other.NotFoundError).not.toBe(NotFoundError);
    expect(error instanceof other.NotFoundError).toBe(true);
    const foreign: unknown = runInNewContext(
      `Object.assign(new Error("x"), { "~kinds": ["NotFoundError", "ApiError", "SdkError"] })`,
    );
    expect([foreign instanceof NotFoundError, foreign instanceof UsageError, foreign instanceof Error]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("are not taken for what they are not", () => {
    for (const value of [undefined, null, 1, "x", {}, { "~kinds": 1 }, new Error("x")])
      expect(guards.isSdkError(value)).toBe(false);
  });

  test("may be derived from", () => {
    class Mine extends UsageError {}
    expect([
      new Mine("x") instanceof Mine,
      new Mine("x") instanceof UsageError,
      new UsageError("x") instanceof Mine,
    ]).toEqual([true, true, false]);
    expect(new Mine("x").name).toBe("UsageError");
  });
});

describe("what an error says", () => {
  const body = {
    detailCode: "400.1 Bad request content",
    trackingId: "e7eab60924f64aa284175b9fa3309599",
    messages: [
      { locale: "de-DE", localeOrigin: "REQUEST", text: "Der Filter ist ungültig." },
      { locale: "en-US", localeOrigin: "DEFAULT", text: "The filter is invalid." },
    ],
    causes: [{ locale: "en-US", localeOrigin: "DEFAULT", text: "Unknown field foo" }],
  };

  test("everything the answer tells, in fields and in one line", async () => {
    const error = await failing(400, body, { "slpt-request-id": "req-1", "retry-after": "3" });
    expect(error.message).toBe(
      "getTaskStatus (GET /task-status/{id}) failed with 400: The filter is invalid: Unknown field foo. [400.1 Bad request content, tracking id e7eab60924f64aa284175b9fa3309599, request id req-1]",
    );
    expect({ ...error }).toEqual({
      status: 400,
      operationId: "getTaskStatus",
      detailCode: body.detailCode,
      trackingId: body.trackingId,
      requestId: "req-1",
      retryAfterMs: 3_000,
      messages: body.messages,
      causes: body.causes,
      attempts: 1,
    });
    expect([error.body, error.headers.get("slpt-request-id"), error.response?.status]).toEqual([body, "req-1", 400]);
    expect(JSON.parse(JSON.stringify(error))).toEqual(
      Object.assign({ name: "BadRequestError", message: error.message }, error),
    );
    expect(error.stack).toContain(error.message);
  });

  test.each([
    [{ error: "JWT validation failed: JWT is expired" }, "JWT validation failed: JWT is expired"],
    [{ error: "invalid_client", error_description: "Bad client" }, "invalid_client: Bad client"],
    [{ message: "API rate limit exceeded" }, "API rate limit exceeded"],
    [{ messages: [{ text: "A" }], causes: [{ text: "B" }], error: "C" }, "A: B"],
    [{ messages: [{ text: "same" }], causes: [{ text: "same" }] }, "same"],
    [{ messages: "odd", causes: [null, { text: 7 }, "x"], detailCode: 9, trackingId: {} }, ""],
    ["plain text ", "plain text"],
    ["<html><head><title>502 Bad Gateway</title></head></html>", "502 Bad Gateway"],
    ["<b>no title</b>", ""],
    [`${"x".repeat(600)}`, "x".repeat(500)],
    ["", ""],
    [null, ""],
    [undefined, ""],
    [7, ""],
    [[], ""],
  ])("%j says %j", (given, text) => {
    expect(parseErrorBody(given).text).toBe(text);
  });

  test.each([403, 404])("an empty %i is told by its status and advice", async (status) => {
    const error = await failing(status, "none");
    expect(error.message).toMatch(
      new RegExp(`^getTaskStatus \\(GET /task-status/\\{id\\}\\) failed with ${status}\\.`),
    );
    expect([error.body, error.messages, error.causes]).toEqual(["", [], []]);
  });

  test("an operation that no manifest knows has no scopes to name", async () => {
    const { sdk, clock } = makeSdk(() => json({}, { status: 403 }));
    const call = sdk.call((client) => client.call({ id: "other", method: "GET", path: "/other" }, {}));
    const error = (await caught(clock.settle(call))) as Error;
    expect(error.message).toBe(
      "other (GET /other) failed with 403. The token may not do this: look at its scopes and at the user's level.",
    );
  });
});
