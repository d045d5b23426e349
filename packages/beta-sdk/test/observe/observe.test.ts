import { getPendingTasks } from "@sailkit/beta-client";
import { manifest } from "@sailkit/beta-client/manifest";
import { describe, expect, test } from "vitest";
import type { Events } from "../../src/observe/events.ts";
import type { Logger } from "../../src/observe/logger.ts";
import { createRedactor } from "../../src/observe/redactor.ts";
import { spanAttributes } from "../../src/observe/span-attributes.ts";
import { caught } from "../support/caught.ts";
import { json, networkError } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";

function listening() {
  const events: unknown[] = [];
  const hook = (name: keyof Events) => (event: object) => void events.push({ hook: name, ...event });
  const hooks = {
    request: hook("request"),
    response: hook("response"),
    retry: hook("retry"),
    token: hook("token"),
    page: hook("page"),
    deprecation: hook("deprecation"),
  };
  const lines: [string, string][] = [];
  const line = (level: keyof Logger) => (message: string) => void lines.push([level, message]);
  const logger: Logger = { debug: line("debug"), info: line("info"), warn: line("warn"), error: line("error") };
  return { events, hooks, lines, logger };
}

test("hooks are told of tokens, requests, retries, answers and pages, without secrets or values", async () => {
  const { events, hooks } = listening();
  const { sdk, clock } = makeSdk(
    (_, number) =>
      number === 1
        ? networkError("ECONNREFUSED")
        : json([task("a")], { headers: { "slpt-request-id": "req-1", "set-cookie": "x=1", "x-total-count": "1" } }),
    { hooks, headers: { "X-Custom": "private" } },
  );
  await clock.settle(sdk.tasks.list({ filters: { id: "private" } }).toArray());
  const oauth = {
    call: 0,
    operationId: "oauth/token",
    method: "POST",
    attempt: 1,
    url: "https://acme.api.identitynow.com/oauth/token",
  };
  const url = "https://acme.api.identitynow.com/beta/task-status?filters=[redacted]&limit=250&offset=0&count=true";
  const list = { call: 1, operationId: "getTaskStatusList", method: "GET", url };
  const sent = { accept: "application/json", authorization: "[redacted]", "x-custom": "[redacted]" };
  expect(events).toEqual([
    {
      hook: "request",
      ...oauth,
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded;charset=UTF-8" },
    },
    {
      hook: "response",
      ...oauth,
      durationMs: 0,
      status: 200,
      bytes: 65,
      headers: { "content-type": "application/json" },
    },
    { hook: "token", outcome: "obtained", lifetimeMs: 749_000 },
    { hook: "request", ...list, attempt: 1, headers: sent },
    { hook: "response", ...list, attempt: 1, durationMs: 0, error: "ConnectionError" },
    {
      hook: "retry",
      call: 1,
      operationId: "getTaskStatusList",
      method: "GET",
      attempt: 1,
      delayMs: 500,
      error: expect.objectContaining({ name: "ConnectionError" }),
    },
    { hook: "request", ...list, attempt: 2, headers: sent },
    {
      hook: "response",
      ...list,
      attempt: 2,
      durationMs: 0,
      status: 200,
      bytes: JSON.stringify([task("a")]).length,
      requestId: "req-1",
      headers: {
        "content-type": "application/json",
        "set-cookie": "[redacted]",
        "slpt-request-id": "req-1",
        "x-total-count": "1",
      },
    },
    { hook: "page", operationId: "getTaskStatusList", page: 1, offset: 0, items: 1, total: 1 },
  ]);
});

test("bodies are shown by their shape", async () => {
  const { events, hooks } = listening();
  const { sdk, clock } = makeSdk(() => json(task("a")), { hooks });
  await clock.settle(sdk.tasks.complete("a", "ERROR"));
  expect(events).toContainEqual(
    expect.objectContaining({
      hook: "request",
      body: [
        { op: "replace", path: "/completionStatus", value: "[redacted]" },
        { op: "replace", path: "/completed", value: "[redacted]" },
      ],
    }),
  );
});

test("what hooks and loggers throw, at once or later, breaks nothing", async () => {
  const { lines, logger } = listening();
  const throwing = () => {
    throw new Error("broken");
  };
  const { sdk, clock } = makeSdk(() => json(task("a")), {
    hooks: { request: throwing, response: async () => throwing() },
    logger: { ...logger, debug: throwing },
    logLevel: "debug",
  });
  expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
  expect(lines).toEqual(
    expect.arrayContaining([
      ["error", 'Hook "request" threw'],
      ["error", 'Hook "response" threw'],
    ]),
  );
});

describe("log lines", () => {
  const run = async (logLevel?: "debug" | "info" | "warn" | "error" | "silent") => {
    const { lines, logger } = listening();
    const { sdk, clock } = makeSdk(
      (_, number) =>
        number === 1 ? json({}, { status: 503 }) : json([task("a")], { headers: { "x-total-count": "1" } }),
      {
        logger,
        ...(logLevel && { logLevel }),
      },
    );
    await clock.settle(sdk.tasks.pending.list().toArray());
    return lines;
  };
  const retry = ["info", "getPendingTasks failed (ServerError), is sent again in 500 ms"];
  const deprecation = ["warn", `getPendingTasks is deprecated. ${manifest.getPendingTasks.deprecated}`];

  test("warnings by default", async () => {
    expect(await run()).toEqual([deprecation]);
  });

  test("retries as well at info, nothing at silent", async () => {
    expect(await run("info")).toEqual([deprecation, retry]);
    expect(await run("silent")).toEqual([]);
    expect(await run("error")).toEqual([]);
  });

  test("everything at debug", async () => {
    expect((await run("debug")).slice(0, 9)).toEqual([
      deprecation,
      ["debug", "oauth/token sent"],
      ["debug", "oauth/token 200"],
      ["debug", "Token obtained"],
      ["debug", "getPendingTasks sent"],
      ["debug", "getPendingTasks 503"],
      retry,
      ["debug", "getPendingTasks sent (attempt 2)"],
      ["debug", "getPendingTasks 200 (attempt 2)"],
    ]);
  });
});

test("a deprecated operation is warned of once, with what to use instead", async () => {
  const { events, hooks } = listening();
  const { sdk, clock } = makeSdk(() => json([task("a")], { headers: { "x-total-count": "1" } }), { hooks });
  await clock.settle(sdk.tasks.pending.list().toArray());
  await clock.settle(sdk.paginate(getPendingTasks).toArray());
  await clock.settle(sdk.tasks.list().toArray());
  const warned = events.filter((event) => (event as { hook: string }).hook === "deprecation");
  expect(warned).toEqual([
    {
      hook: "deprecation",
      operationId: "getPendingTasks",
      instead: manifest.getPendingTasks.deprecated,
    },
  ]);
});

describe("redaction", () => {
  test("shows only what is on its lists, in any case", () => {
    const redactor = createRedactor({ headers: ["X-Tenant"], query: ["Filters"], body: ["name"] });
    expect(redactor.headers(new Headers({ "x-tenant": "acme", Authorization: "Bearer x", Accept: "a" }))).toEqual({
      accept: "a",
      authorization: "[redacted]",
      "x-tenant": "acme",
    });
    expect(redactor.url("https://a.example/b?filters=x&secret=y&limit=1&flag")).toBe(
      "https://a.example/b?filters=x&secret=[redacted]&limit=1&flag=[redacted]",
    );
    expect(redactor.url("https://a.example/b")).toBe("https://a.example/b");
    const body = { name: "shown", other: { Name: ["a", { name: 1, x: 2 }] }, when: new Date(), none: null };
    expect(redactor.body(body)).toEqual({
      name: "shown",
      other: { Name: ["a", { name: 1, x: "[redacted]" }] },
      when: "[redacted]",
      none: "[redacted]",
    });
    expect(redactor.body("text")).toBe("[redacted]");
  });
});

describe("attributes of spans", () => {
  const base = {
    call: 1,
    operationId: "getTaskStatus",
    method: "GET",
    url: "https://acme.api.identitynow.com/beta/task-status/a",
    headers: {},
  };

  test("of a request", () => {
    expect(spanAttributes({ ...base, attempt: 1 })).toEqual({
      "http.request.method": "GET",
      "url.full": base.url,
      "server.address": "acme.api.identitynow.com",
      "server.port": 443,
      "sailpoint.operation_id": "getTaskStatus",
    });
  });

  test("of an answer", () => {
    expect(
      spanAttributes({
        ...base,
        url: "http://localhost:8080/x",
        attempt: 3,
        durationMs: 5,
        status: 503,
        bytes: 7,
        requestId: "r",
      }),
    ).toMatchObject({
      "server.port": 8080,
      "http.request.resend_count": 2,
      "http.response.status_code": 503,
      "http.response.body.size": 7,
      "error.type": "503",
      "sailpoint.request_id": "r",
    });
    expect(
      spanAttributes({ ...base, url: "http://localhost/x", attempt: 1, durationMs: 5, error: "TimeoutError" }),
    ).toMatchObject({ "server.port": 80, "error.type": "TimeoutError" });
    expect(spanAttributes({ ...base, attempt: 1, durationMs: 5, status: 200 })).not.toHaveProperty("error.type");
  });
});

test("nothing is reported where nobody listens", async () => {
  const { sdk, clock } = makeSdk(() => json({}, { status: 404 }));
  expect(await caught(clock.settle(sdk.tasks.get("a")))).toMatchObject({ status: 404 });
});
