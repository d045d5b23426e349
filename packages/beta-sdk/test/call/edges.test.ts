import { getTaskStatusList, type Middleware } from "@sailkit/beta-client";
import { expect, test } from "vitest";
import { connectionPhase } from "../../src/call/connection-phase.ts";
import { describeOperation } from "../../src/call/describe-operation.ts";
import { BodyTooLarge, readBody } from "../../src/call/read-body.ts";
import { explainOperation } from "../../src/errors/explain-operation.ts";
import { explainPermission } from "../../src/errors/explain-permission.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import { redactCause } from "../../src/observe/redact-cause.ts";
import { Secrets } from "../../src/observe/secrets.ts";
import { caught } from "../support/caught.ts";
import { json, networkError } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";

test.each([
  [{ code: "ENOTFOUND" }, "connect", "ENOTFOUND"],
  [{ cause: { code: "ECONNREFUSED" } }, "connect", "ECONNREFUSED"],
  [{ cause: { errors: [{ code: "ENETUNREACH" }] } }, "connect", "ENETUNREACH"],
  [{ cause: { code: "ETIMEDOUT", syscall: "connect" } }, "connect", "ETIMEDOUT"],
  [{ cause: { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" } }, "connect", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  [{ cause: { code: "ERR_TLS_CERT_ALTNAME_INVALID" } }, "connect", "ERR_TLS_CERT_ALTNAME_INVALID"],
  [{ code: "ConnectionRefused" }, "connect", "ConnectionRefused"],
  [{ message: "error sending request: dns error: no such host" }, "connect", undefined],
  [{ message: "tcp connect error: Connection refused" }, "connect", undefined],
  [{ cause: { code: "UND_ERR_SOCKET" } }, "request", "UND_ERR_SOCKET"],
  [{ cause: { code: "ECONNRESET", syscall: "read" } }, "request", "ECONNRESET"],
  [{ cause: { code: 5 } }, "request", undefined],
  ["boom", "request", undefined],
  [undefined, "request", undefined],
])("%j failed at %s", (error, phase, code) => {
  expect(connectionPhase(error)).toEqual({ phase, code });
});

test("a runtime without streams is read at once", async () => {
  const response = { body: undefined, arrayBuffer: async () => new Uint8Array([1, 2]).buffer } as unknown as Response;
  expect(await readBody(response, 10, new AbortController().signal)).toEqual(new Uint8Array([1, 2]));
});

test("a body that is too long is let go of, even where that fails", async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(10)),
    cancel: () => Promise.reject(new Error("busy")),
  });
  expect(await caught(readBody(new Response(body), 5, new AbortController().signal))).toBeInstanceOf(BodyTooLarge);
});

test("what is no function of a generated client is refused", () => {
  expect(() => describeOperation(async () => {})).toThrow(UsageError);
  expect(describeOperation(getTaskStatusList as () => Promise<unknown>).id).toBe("getTaskStatusList");
});

test("an operation is called without parameters, and with a body that cannot be sent twice", async () => {
  const { sdk, clock, server } = makeSdk((_, number) => (number === 1 ? json([task("a")]) : json({}, { status: 503 })));
  expect(await clock.settle(sdk.call(getTaskStatusList))).toEqual([task("a")]);
  const body = new ReadableStream();
  const call = sdk.call((client) => client.call({ id: "upload", method: "PUT", path: "/upload" }, { body }));
  const error = await caught(clock.settle(call));
  expect((error as Error).message).toBe(
    "upload (PUT /upload) failed with 503. Not sent again: its body is a stream, which cannot be sent twice.",
  );
  expect(server.calls).toHaveLength(2);
});

test("an abort without an error for a reason is passed on as it is", async () => {
  const { sdk, clock } = makeSdk(() => "never", { logger: console, logLevel: "error" });
  const controller = new AbortController();
  const call = caught(sdk.tasks.get("a", { signal: controller.signal }));
  await clock.advance(10);
  controller.abort("enough");
  expect(await call).toBe("enough");
});

test("a fetch that throws what is no error, or at once, is a broken connection", async () => {
  const { sdk, clock } = makeSdk(() => json({}), {
    auth: "token",
    fetch: () => {
      throw "odd";
    },
  });
  const error = await caught(clock.settle(sdk.tasks.get("a")));
  expect(error).toMatchObject({ name: "ConnectionError", phase: "request", attempts: 3, cause: { message: "odd" } });
  expect((error as Error).message).toBe(
    "getTaskStatus (GET): the connection broke before an answer came. Sent 3 times.",
  );
});

test("a redirect that says nowhere, or was followed already, is refused all the same", async () => {
  const nowhere = makeSdk(() => new Response("x", { status: 300 }));
  expect(await caught(nowhere.clock.settle(nowhere.sdk.tasks.get("a")))).toMatchObject({
    name: "RedirectError",
    message: expect.stringContaining("the server redirects, which is not followed"),
  });
  const body = new ReadableStream({ cancel: () => Promise.reject(new Error("busy")) });
  const busy = makeSdk(() => new Response(body, { status: 302 }));
  expect(await caught(busy.clock.settle(busy.sdk.tasks.get("a")))).toMatchObject({ name: "RedirectError" });
  const hidden = makeSdk(() => Object.defineProperty(json({}), "type", { value: "opaqueredirect" }));
  expect(await caught(hidden.clock.settle(hidden.sdk.tasks.get("a")))).toMatchObject({ name: "RedirectError" });
  const followed = makeSdk(() => Object.defineProperty(json({}), "redirected", { value: true }));
  expect(await caught(followed.clock.settle(followed.sdk.tasks.get("a")))).toMatchObject({ name: "RedirectError" });
});

test("the middleware of one call may change request, answer and error, in turn and in reverse", async () => {
  const order: string[] = [];
  const { sdk, clock, server } = makeSdk(() => json([], { headers: { "x-total-count": "0" } }));
  const note = (name: string): Middleware => ({
    onRequest({ request, schemaPath, params, id }) {
      order.push(`${name} ${schemaPath} ${JSON.stringify(params)} ${id}`);
      return new Request(request, { headers: { ...Object.fromEntries(request.headers), [`x-${name}`]: "1" } });
    },
    onResponse({ response }) {
      order.push(`${name} ${response.status}`);
      return name === "a" ? json([task("z")]) : undefined;
    },
  });
  const middleware = [note("a"), note("b"), { onError: () => {} }];
  expect(await clock.settle(sdk.call(getTaskStatusList, { middleware }))).toEqual([task("z")]);
  expect(order).toEqual(["a /task-status {} 1", "b /task-status {} 1", "b 200", "a 200"]);
  const sent = server.calls[0]?.headers;
  expect([sent?.get("x-a"), sent?.get("x-b"), sent?.get("authorization")]).toEqual(["1", "1", "Bearer token-1"]);
});

test("a middleware may answer by itself, and for an error", async () => {
  const { sdk, clock, server } = makeSdk(() => networkError("ECONNRESET"), { retry: false });
  const alone = [{ onRequest: () => json([task("mine")]) }, { onRequest: () => Promise.reject(new Error("unheard")) }];
  expect(await clock.settle(sdk.call(getTaskStatusList, { middleware: alone }))).toEqual([task("mine")]);
  expect(server.calls).toHaveLength(0);
  const errors: unknown[] = [];
  const seen = (result?: Error | Response): Middleware => ({
    onError({ error }) {
      errors.push((error as Error).message);
      return result;
    },
  });
  const middleware = [seen(json([task("saved")])), seen(new Error("other")), seen()];
  expect(await clock.settle(sdk.call(getTaskStatusList, { middleware }))).toEqual([task("saved")]);
  expect(errors).toEqual([
    expect.stringContaining("the connection broke"),
    expect.stringContaining("the connection broke"),
    "other",
  ]);
  const failed = await caught(clock.settle(sdk.call(getTaskStatusList, { middleware: [seen(), seen()] })));
  expect(failed).toMatchObject({ name: "ConnectionError" });
});

test("A11: a middleware that sends elsewhere gets no token for it", async () => {
  const { sdk, clock, server } = makeSdk(() => json([]));
  const middleware = [{ onRequest: () => new Request("https://evil.example/beta/task-status") }];
  expect(await caught(clock.settle(sdk.call(getTaskStatusList, { middleware })))).toMatchObject({
    name: "UsageError",
    message: expect.stringContaining("getTaskStatusList would go to https://evil.example"),
  });
  expect(server.calls).toHaveLength(0);
});

test.each([
  [{ headers: { "x y": "1" } }, 0],
  [{ baseUrl: "no url" }, 0],
  [{ baseUrl: "https://acme.api.identitynow.com/beta?x=1" }, 0],
  [{ cache: "never" as RequestCache }, 1],
])("%j is refused as something that cannot be sent", async (init, tokens) => {
  const { sdk, clock, server } = makeSdk(() => json([]));
  const error = await caught(clock.settle(sdk.call(getTaskStatusList, init)));
  expect(error).toBeInstanceOf(UsageError);
  expect((error as Error).message).toMatch(/^getTaskStatusList: .*The request was not sent\.$/s);
  expect([server.calls.length, server.tokenCalls.length]).toEqual([0, tokens]);
});

test("what a middleware throws is passed on as it is", async () => {
  const { sdk, clock, server } = makeSdk(() => json([]));
  const mine = new Error("mine");
  const middleware = [{ onRequest: () => Promise.reject(mine) }];
  expect(await caught(clock.settle(sdk.call(getTaskStatusList, { middleware })))).toBe(mine);
  expect(server.calls).toHaveLength(0);
});

test("a 2xx without a media type is told as one", async () => {
  const bare = () => {
    const answer = new Response("{");
    answer.headers.delete("content-type");
    return answer;
  };
  const { sdk, clock } = makeSdk(bare, { retry: false });
  expect(((await caught(clock.settle(sdk.tasks.get("a")))) as Error).message).toContain(
    "(200, no content type) is not JSON",
  );
});

test("an operation that asks for nothing has nothing to ask for, and one without levels names none", () => {
  const operation = {
    id: "x",
    method: "GET",
    path: "/x",
    tag: "t",
    idempotent: true,
    parameters: [],
    responseMedia: {},
  };
  expect(explainPermission({ ...operation, security: [] })).toEqual({
    required: { scopes: [], userLevels: [], userOnly: false },
    advice: "",
  });
  expect(explainPermission({ ...operation, security: [{ applicationAuth: ["a"] }, { userAuth: ["a", "b"] }] })).toEqual(
    {
      required: { scopes: ["a", "b"], userLevels: [], userOnly: false },
      advice: "Scopes: a, b.",
    },
  );
});

test("causes are copied as far as they go, and no further than five levels", () => {
  const secrets = new Secrets();
  secrets.add("hidden");
  const deep = Array.from({ length: 9 }).reduce<unknown>(
    (cause, _, at) => Object.assign(new Error(`hidden ${at}`, { cause }), { code: at }),
    undefined,
  );
  const copy = redactCause(deep, secrets);
  const levels: Error[] = [];
  for (let at: unknown = copy; at instanceof Error; at = at.cause) levels.push(at);
  expect(levels.map(({ message }) => message)).toEqual([8, 7, 6, 5, 4, 3].map((at) => `[redacted] ${at}`));
  expect(redactCause(null, secrets).message).toBe("null");
  expect(redactCause({}, secrets).message).toBe("");
  expect(redactCause({ name: "", stack: "" }, secrets).name).toBe("Error");
});

test("texts too short to be secrets are left alone, and old tokens are forgotten", () => {
  const secrets = new Secrets();
  secrets.add("abc");
  expect(secrets.redact("abc")).toBe("abc");
  for (let at = 1; at <= 9; at++) secrets.add(`token-number-${at}`, true);
  secrets.add("token-number-9", true);
  expect([1, 2, 9].map((at) => secrets.redact(`token-number-${at}`))).toEqual([
    "token-number-1",
    "[redacted]",
    "[redacted]",
  ]);
});

test("without a manifest, a 403 is explained in general", async () => {
  const operation = { id: "getTaskStatus", method: "GET", path: "/task-status/{id}" };
  expect((await explainOperation(operation)).required?.scopes).toContain("idn:task-management:read");
  const general = await explainOperation(operation, () => Promise.reject(new Error("not there")));
  expect(general).toEqual({ advice: "The token may not do this: look at its scopes and at the user's level." });
});
