import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { sandboxClients } from "../../src/auth/sandbox-clients.ts";
import { createClock } from "../../src/clock/create-clock.ts";
import type { Task } from "../../src/tasks/task.ts";
import { createTenant } from "../../src/tenant/create-tenant.ts";
import { requestToken, start, startSession } from "../start-session.ts";

describe("the rate limit", () => {
  test("is 100 requests in 10 s for each client, and tells how long to wait", async () => {
    const { tenant, call } = await startSession({ rateLimit: {} });
    for (let count = 0; count < 100; count++) {
      await tenant.advance(10);
      expect((await call("/task-status?limit=0")).status).toBe(200);
    }
    const refused = await call("/task-status?limit=0");
    expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toEqual([
      429,
      "10",
      { message: "Rate limit exceeded" },
    ]);
    const other = await requestToken(tenant.fetch, "https://acme.test", sandboxClients.application);
    expect((await call("/task-status", { headers: { authorization: `Bearer ${other}` } })).status).toBe(200);
    await tenant.advance(9_009);
    expect((await call("/task-status?limit=0")).headers.get("retry-after")).toBe("1");
    await tenant.advance(1);
    expect((await call("/task-status?limit=0")).status).toBe(200);
  });

  test("can be another, or none", async () => {
    const few = await startSession({ rateLimit: { requests: 1, window: 60_000 } });
    await few.call("/task-status");
    expect((await few.call("/task-status")).headers.get("retry-after")).toBe("60");
    const none = await startSession({ rateLimit: false });
    for (let count = 0; count < 150; count++) expect((await none.call("/task-status?limit=0")).status).toBe(200);
  });
});

describe("what is recorded", () => {
  test("is all of a request, and what became of it", async () => {
    const { tenant, call, token } = await startSession();
    tenant.faults.add({ on: { nth: 2 }, connection: "reset" });
    await call("/task-status?limit=1&filters=id+eq+%22a%22");
    await call("/task-status").catch(() => undefined);
    await call("/oauth/nothing");
    expect(
      tenant.requests.map(({ number, operation, status, reached }) => [number, operation, status, reached]),
    ).toEqual([
      [1, "createToken", 200, true],
      [2, "getTaskStatusList", 200, true],
      [3, "getTaskStatusList", undefined, false],
      [4, undefined, 404, true],
    ]);
    expect(tenant.requests[1]).toEqual({
      number: 2,
      at: start,
      method: "GET",
      url: "https://acme.test/beta/task-status?limit=1&filters=id+eq+%22a%22",
      path: "/beta/task-status",
      query: { limit: "1", filters: 'id eq "a"' },
      headers: { authorization: `Bearer ${token}` },
      body: "",
      operation: "getTaskStatusList",
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
      clientId: sandboxClients.user.id,
      status: 200,
      reached: true,
    });
  });

  test("is forgotten from a number of requests on", async () => {
    const { tenant, call } = await startSession({ recordLimit: 3 });
    for (let count = 0; count < 5; count++) await call("/task-status?limit=0");
    expect(tenant.requests.map(({ number }) => number)).toEqual([4, 5, 6]);
  });
});

test("the same seed makes the same tenant, whatever was asked of it", async () => {
  const [one, two] = [await startSession({ seed: 7 }), await startSession({ seed: 7 })];
  await one.call("/task-status");
  expect(one.tenant.tasks.all()).toEqual(two.tenant.tasks.all());
  expect(one.tenant.startTask()).toEqual(two.tenant.startTask());
  expect(one.tenant.addCompletedTask()).toEqual(two.tenant.addCompletedTask());
  expect(createTenant({ seed: 8, clock: one.tenant.clock }).tasks.all()[0]).not.toEqual(one.tenant.tasks.all()[0]);
});

test("a tenant can have the very tasks it is given, and no other", async () => {
  const given = (await startSession()).tenant.tasks.completed().slice(0, 3).toReversed();
  const { tenant, call } = await startSession({ tasks: given });
  expect(tenant.tasks.all()).toEqual(given);
  expect(await (await call("/task-status")).json()).toEqual(given);
});

test("new tasks arrive, start and end as time goes by", async () => {
  const { tenant, call } = await startSession({ tasks: 0, pending: 0, expired: 0, arrivals: 60_000 });
  const count = async () => Number((await call("/task-status/pending-tasks?count=true")).headers.get("x-total-count"));
  expect(await count()).toBe(0);
  await tenant.advance(59_999);
  expect(await count()).toBe(0);
  await tenant.advance(1);
  expect(await count()).toBe(1);
  await tenant.advance(600_000);
  expect(tenant.tasks.size).toBe(1);
  await count();
  expect(tenant.tasks.size).toBe(11);
  await tenant.advance(200 * 86_400_000);
  await tenant.fetch("https://acme.test/oauth/info");
  expect(tenant.tasks.size).toBe(1_011);
  expect(() => createTenant({ arrivals: 0 })).toThrow("arrivals is a number of milliseconds above 0, not 0.");
});

test("a task that is started goes the way it is told to", async () => {
  const { tenant } = await startSession();
  const { id } = tenant.startTask({ uniqueName: "Mine", wait: 1_000, duration: 4_000, completionStatus: "TEMPERROR" });
  expect(tenant.tasks.pending()[0]).toMatchObject({ id, uniqueName: "Mine", created: "2026-03-01T12:00:00.000Z" });
  await tenant.advance(5_000);
  expect(tenant.tasks.get(id)).toMatchObject({ completionStatus: "TEMPERROR", completed: "2026-03-01T12:00:05.000Z" });
});

test("a clock of any kind will do; only one with advance() can be moved", async () => {
  const { now, sleep } = createClock({ start, speed: 0 });
  const tenant = createTenant({ clock: { now, sleep }, tasks: 1 });
  await expect(tenant.advance(1)).rejects.toThrow("The clock of this tenant has no advance(); move it yourself.");
});

describe("pages of other origins", () => {
  const preflight = {
    method: "OPTIONS",
    headers: { "access-control-request-method": "PATCH", "access-control-request-headers": "authorization" },
  };

  test("are let in where the tenant says so, and may read some headers", async () => {
    const { tenant, call } = await startSession({ cors: true });
    const asked = await tenant.fetch("https://acme.test/beta/task-status/1", preflight);
    expect([asked.status, asked.headers.get("access-control-allow-headers")]).toEqual([204, "authorization"]);
    const response = await call("/task-status");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toBe("X-Total-Count, Retry-After, SLPT-Request-ID");
  });

  test("cannot read the total where it is not exposed", async () => {
    const { call } = await startSession({ cors: { expose: [] } });
    expect((await call("/task-status")).headers.get("access-control-expose-headers")).toBeNull();
  });

  test("are turned away otherwise", async () => {
    const { tenant } = await startSession();
    expect((await tenant.fetch("https://acme.test/beta/task-status/1", preflight)).status).toBe(401);
  });
});

test("every answer has a request id of its own and the time of the tenant", async () => {
  const { tenant, call } = await startSession();
  const answers = [await call("/task-status"), await call("/nothing"), await tenant.fetch("https://acme.test/")];
  expect(new Set(answers.map(({ headers }) => headers.get("slpt-request-id"))).size).toBe(3);
  expect(answers.map(({ headers }) => headers.get("date"))).toEqual(Array(3).fill("Sun, 01 Mar 2026 12:00:00 GMT"));
});

test("a URL of more than 8,192 characters is too long", async () => {
  const { call } = await startSession();
  const response = await call(`/task-status?filters=${"x".repeat(8_192)}`);
  expect([response.status, await response.json()]).toMatchObject([414, { detailCode: "414 URI too long" }]);
});

test("a call that already was aborted does not reach the tenant", async () => {
  const { tenant, call } = await startSession();
  await expect(call("/task-status", { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
  expect(tenant.requests).toHaveLength(1);
});

test("answers of the handler carry tasks as JSON", async () => {
  const { tenant, token } = await startSession();
  const request = new Request("https://acme.test/beta/task-status?limit=2", {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(((await (await tenant.handle(request)).json()) as Task[]).length).toBe(2);
});

test("nothing but the adapter needs Node", () => {
  const root = fileURLToPath(new URL("../../src", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && file.split(path.sep)[0] !== "node",
  );
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) {
    const text = readFileSync(path.join(root, file), "utf8");
    const imports = [...text.matchAll(/^import (?!type).*from "([^"]+)"|^\} from "([^"]+)"/gm)].map(
      ([, a, b]) => a ?? b ?? "",
    );
    const others = imports.filter((from) => !from.startsWith(".") || from.includes("/node/"));
    expect(others.filter((from) => from !== "@sailkit/beta-client/manifest")).toEqual([]);
    expect(text).not.toMatch(/\b(process|Buffer|require)\b[.(]/);
  }
});
