import { describe, expect, test, vi } from "vitest";
import type { Fault } from "../../src/faults/fault.ts";
import type { Task } from "../../src/tasks/task.ts";
import { type Session, startSession } from "../start-session.ts";

async function startFaulty(fault: Fault, options = {}): Promise<Session> {
  const session = await startSession(options);
  session.tenant.faults.add(fault);
  return session;
}

async function failure(promise: Promise<unknown>): Promise<{ type: string; message: string; code: unknown }> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error("It did not fail.");
  const { code } = (error.cause ?? {}) as { code?: string };
  return { type: error instanceof TypeError ? "TypeError" : error.name, message: error.message, code };
}

const ids = (tasks: readonly Task[]) => tasks.map((task) => task.id);

describe("another answer", () => {
  test("a status comes with the body that the vendor gives with it", async () => {
    const { call, tenant } = await startSession();
    const bodies: Record<number, unknown> = {};
    for (const status of [401, 404, 429, 500, 503]) {
      tenant.faults.clear().add({ status });
      const response = await call("/task-status");
      expect(response.status).toBe(status);
      bodies[status] = await response.json();
    }
    const dto = (detailCode: string) => ({
      detailCode,
      trackingId: expect.stringMatching(/^[0-9a-f]{32}$/),
      messages: [{ locale: "en-US", localeOrigin: "DEFAULT", text: "The sandbox was told to fail." }],
      causes: [],
    });
    expect(bodies).toEqual({
      401: { error: "JWT validation failed: JWT is not accepted" },
      404: dto("404 Not found"),
      429: { message: "Rate limit exceeded" },
      500: dto("500.0 Internal fault"),
      503: dto("503 Service unavailable"),
    });
    expect(tenant.requests.slice(1).every((request) => !request.reached)).toBe(true);
  });

  test("429 with Retry-After, once", async () => {
    const { call } = await startFaulty({ times: 1, status: 429, headers: { "retry-after": "7" } });
    const first = await call("/task-status");
    expect([first.status, first.headers.get("retry-after")]).toEqual([429, "7"]);
    expect((await call("/task-status")).status).toBe(200);
  });

  test.each<[string, Fault, string, string | null]>([
    ["HTML on 200", { body: "<html>", headers: { "content-type": "text/html" } }, "<html>", "text/html"],
    ["bad JSON", { body: '[{"id":' }, '[{"id":', "application/json"],
    ["an empty 200", { status: 200, body: "" }, "", "application/json"],
    ["a byte order mark", { body: "\uFEFF[]" }, "\uFEFF[]", "application/json"],
    ["bytes", { body: new Uint8Array([0x5b, 0x5d]) }, "[]", "application/json"],
    ["other JSON", { json: { a: null } }, '{"a":null}', "application/json"],
    ["no media type", { json: [], headers: { "content-type": null } }, "[]", null],
    ["204 on a list", { status: 204 }, "", null],
    ["an error without a body", { status: 500, body: "" }, "", "application/json"],
  ])("%s", async (_, fault, text, type) => {
    const { call } = await startFaulty(fault);
    const response = await call("/task-status");
    // `text()` would take the byte order mark away.
    const body = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect([response.status, body, response.headers.get("content-type")]).toEqual([fault.status ?? 200, text, type]);
  });

  test("a true answer, edited", async () => {
    const { call, tenant } = await startFaulty({
      edit: (json) => (json as Task[]).map((task) => ({ ...task, type: "NEW", surprise: 1 })),
      headers: { "x-extra": "1", "slpt-request-id": null },
    });
    const response = await call("/task-status?limit=1");
    expect(await response.json()).toEqual([{ ...tenant.tasks.completed()[0], type: "NEW", surprise: 1 }]);
    expect([response.headers.get("x-extra"), response.headers.get("slpt-request-id")]).toEqual(["1", null]);
  });

  test("a flood, which takes no memory, and is small on the wire when packed", async () => {
    for (const gzip of [false, true]) {
      const { call } = await startFaulty({ flood: { bytes: 300_001, gzip } });
      const json = (await (await call("/task-status")).json()) as number[];
      expect(json.length).toBe(150_000);
      expect(json.every((item) => item === 0)).toBe(true);
    }
    const { call } = await startFaulty({ flood: { bytes: 2 ** 40 } });
    const reader = (await call("/task-status")).body?.getReader();
    for (let chunk = 0; chunk < 5; chunk++) expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
  });
});

describe("redirects", () => {
  test("to the same origin are followed", async () => {
    const { call, tenant } = await startFaulty({ times: 1, redirect: "/beta/task-status?limit=1", status: 302 });
    expect(await (await call("/task-status/pending-tasks")).json()).toHaveLength(1);
    expect(tenant.requests.slice(1).map(({ path, status }) => [path, status])).toEqual([
      ["/beta/task-status/pending-tasks", 302],
      ["/beta/task-status", 200],
    ]);
  });

  test("to another origin lead nowhere, and what would have gone there is kept", async () => {
    const { call, tenant } = await startFaulty({ redirect: "https://evil.test/steal" });
    const sent = call("/task-status/x", { method: "PATCH", body: "[secret]" });
    expect(await failure(sent)).toEqual({ type: "TypeError", message: "fetch failed", code: "ENOTFOUND" });
    expect(tenant.strays).toEqual([
      { method: "PATCH", url: "https://evil.test/steal", headers: expect.any(Object), body: "[secret]" },
    ]);
    expect(tenant.strays[0]?.headers).not.toHaveProperty("authorization");
  });

  test("are left alone, or refused, where the request says so", async () => {
    const { call } = await startFaulty({ redirect: "https://evil.test/" });
    const manual = await call("/task-status", { redirect: "manual" });
    expect([manual.status, manual.headers.get("location")]).toEqual([307, "https://evil.test/"]);
    expect((await failure(call("/task-status", { redirect: "error" }))).message).toBe(
      "fetch failed: unexpected redirect",
    );
  });

  test("of a POST become a GET with 303, and do not go round for ever", async () => {
    const { tenant } = await startFaulty({ times: 1, redirect: "/oauth/info", status: 303 });
    const response = await tenant.fetch("https://acme.test/oauth/token", {
      method: "POST",
      body: new URLSearchParams({ a: "1" }),
    });
    expect(await response.json()).toHaveProperty("tokenEndpoint");
    expect(tenant.requests.at(-1)).toMatchObject({ method: "GET", body: "" });
    tenant.faults.add({ redirect: "/oauth/info" });
    expect((await failure(tenant.fetch("https://acme.test/oauth/info"))).message).toContain("redirect count exceeded");
  });
});

test("a request to another origin than the tenant's is a stray", async () => {
  const { tenant } = await startSession({ origin: "https://acme.test" });
  expect(await failure(tenant.fetch("https://acme.test.evil.test/beta/task-status"))).toMatchObject({
    code: "ENOTFOUND",
  });
  expect(tenant.strays.map(({ url }) => url)).toEqual(["https://acme.test.evil.test/beta/task-status"]);
  expect(tenant.requests).toHaveLength(1);
});

describe("time", () => {
  test("an answer is late by the tenant's clock", async () => {
    const { call, tenant } = await startFaulty({ delay: 5_000 });
    let answered = false;
    const sent = call("/task-status").then(() => {
      answered = true;
    });
    await tenant.advance(4_999);
    expect(answered).toBe(false);
    await tenant.advance(1);
    await sent;
  });

  test("whoever gives up waiting is let go at once", async () => {
    for (const fault of [{ delay: 5_000 }, { hang: true }]) {
      const { call, tenant } = await startFaulty(fault);
      const controller = new AbortController();
      const sent = call("/task-status", { signal: controller.signal });
      await vi.waitUntil(() => tenant.requests.length === 2);
      controller.abort(new Error("enough"));
      await expect(sent).rejects.toThrow("enough");
      expect(tenant.requests[1]).toMatchObject({ reached: true });
      expect(tenant.requests[1]?.status).toBeUndefined();
    }
  });

  test("a body drips, and can be stopped", async () => {
    const { call, tenant } = await startFaulty({ drip: true });
    const response = await call("/task-status?limit=0");
    const text = response.text();
    await tenant.advance(1_000);
    expect(await text).toBe("[]");
    const controller = new AbortController();
    const second = await call("/task-status", { signal: controller.signal });
    const body = second.text();
    controller.abort(new Error("enough"));
    await expect(body).rejects.toThrow("enough");
  });

  test("a body drips in pieces of a size", async () => {
    const { call, tenant } = await startFaulty({ drip: { bytes: 4, every: 10 }, body: '"abcdefgh"' });
    const reader = (await call("/task-status")).body?.getReader();
    const pieces: number[] = [];
    const reading = (async () => {
      for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
        pieces.push(part.value.length);
    })();
    await tenant.advance(20);
    await reading;
    expect(pieces).toEqual([4, 4, 2]);
  });
});

describe("the connection", () => {
  test.each<[Fault["connection"], string]>([
    ["reset", "ECONNRESET"],
    ["refused", "ECONNREFUSED"],
    ["unknown-host", "ENOTFOUND"],
    ["connect-timeout", "UND_ERR_CONNECT_TIMEOUT"],
  ])("%s", async (connection, code) => {
    const { call, tenant } = await startFaulty({ connection } as Fault);
    expect(await failure(call("/task-status"))).toEqual({ type: "TypeError", message: "fetch failed", code });
    expect(tenant.requests.at(-1)).toMatchObject({ reached: false });
  });

  test("breaks off in the body", async () => {
    const { call } = await startFaulty({ truncate: 10 });
    const response = await call("/task-status");
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(1_000);
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(10);
    expect(await failure(reader?.read() ?? Promise.resolve())).toEqual({
      type: "TypeError",
      message: "terminated",
      code: "UND_ERR_SOCKET",
    });
  });

  test("breaks after the work is done: a patch whose outcome nobody knows", async () => {
    for (const fault of [{ connection: "reset" }, { status: 502 }] as const) {
      const { call, tenant } = await startFaulty({ ...fault, after: true });
      const { id } = tenant.startTask();
      const body = '[{"op":"replace","path":"/completionStatus","value":"ERROR"}]';
      const headers = { "content-type": "application/json-patch+json" };
      await call(`/task-status/${id}`, { method: "PATCH", body, headers }).catch(() => undefined);
      expect(tenant.tasks.get(id)?.completionStatus).toBe("ERROR");
      expect(tenant.requests.at(-1)).toMatchObject({ reached: true, body });
    }
  });
});

describe("collections", () => {
  const page = async ({ call }: Session, query: string) =>
    (await (await call(`/task-status?${query}`)).json()) as Task[];

  test("that ignore the offset", async () => {
    const session = await startFaulty({ ignoreOffset: true });
    expect(await page(session, "limit=5&offset=10")).toEqual(await page(session, "limit=5"));
  });

  test("that never end", async () => {
    const session = await startFaulty({ endless: true }, { pastEnd: "error" });
    const pages = await Promise.all([0, 250, 500].map((offset) => page(session, `offset=${offset}`)));
    expect(new Set(ids(pages.flat())).size).toBe(750);
    expect(await page(session, "offset=250")).toEqual(pages[1]);
  });

  test("with a short page in the middle, whose rest comes to whoever goes on behind it", async () => {
    const session = await startFaulty({ on: { nth: 2 }, shortPage: 3 });
    const pages = [
      await page(session, "limit=10"),
      await page(session, "limit=10&offset=10"),
      await page(session, "limit=10&offset=13"),
    ];
    expect(pages.map((items) => items.length)).toEqual([10, 3, 10]);
    expect(pages.flat()).toEqual(session.tenant.tasks.completed().slice(0, 23));
  });

  test("that hide some of a page after it was cut", async () => {
    const session = await startFaulty({ hide: (task) => task.completionStatus !== "SUCCESS" });
    const items = await page(session, "limit=20");
    expect(items).toEqual(
      session.tenant.tasks
        .completed()
        .slice(0, 20)
        .filter((task) => task.completionStatus === "SUCCESS"),
    );
    expect(items.length).toBeLessThan(20);
  });

  test("that drift between pages", async () => {
    const session = await startFaulty({ on: { operation: "getTaskStatusList", nth: 2 }, drift: { insert: 2 } });
    const first = await page(session, "limit=10");
    const second = await page(session, "limit=10&offset=10");
    expect(ids(second).slice(0, 2)).toEqual(ids(first).slice(-2));
    session.tenant.faults.clear().add({ on: { nth: 1 }, drift: { remove: 3, insert: 1 } });
    expect(await page(session, "limit=10")).toEqual([
      session.tenant.tasks.completed()[0],
      ...[...first, ...second.slice(2)].slice(1, 10),
    ]);
  });

  test.each<[Fault["total"], string | null]>([
    ["abc", "abc"],
    [7, "7"],
    [null, null],
    [(total: number) => total - 1, "29"],
  ])("with the total %s", async (total, expected) => {
    const { call } = await startFaulty({ ...(total !== undefined && { total }) });
    expect((await call("/task-status?count=true")).headers.get("x-total-count")).toBe(expected);
  });
});

test("anything else can happen as well", async () => {
  const { call, tenant } = await startFaulty({ run: (there) => there.revokeTokens() });
  expect((await call("/task-status")).status).toBe(401);
  expect(tenant.faults.count(tenant.requests.at(-1)?.fault as Fault)).toBe(1);
});
