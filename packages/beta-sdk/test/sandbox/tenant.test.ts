import type { TaskStatus } from "@sailkit/beta-client";
import { createTenant, type Fault, sandboxClients, type TenantOptions } from "@sailkit/sandbox";
import { serve } from "@sailkit/sandbox/node";
import { describe, expect, test } from "vitest";
import { BetaSdk } from "../../src/beta-sdk.ts";
import type { BetaSdkOptions } from "../../src/beta-sdk-options.ts";
import { patch } from "../../src/patch/patch.ts";
import { caught } from "../support/caught.ts";
import { ManualClock } from "../support/manual-clock.ts";
import { scaledClock } from "../support/scaled-clock.ts";
import { tenantClock } from "../support/tenant-clock.ts";

const user = { clientId: sandboxClients.user.id, clientSecret: sandboxClients.user.secret };
const application = { clientId: sandboxClients.application.id, clientSecret: sandboxClients.application.secret };

/** An sdk and a tenant of the sandbox, both on a clock that the test moves. */
function meet(options: TenantOptions = {}, sdkOptions: Partial<BetaSdkOptions> = {}) {
  const clock = new ManualClock();
  const tenant = createTenant({ seed: 7, ...options, clock: tenantClock(clock) });
  const fetch = (request: Request) => tenant.fetch(request);
  const sdk = new BetaSdk({ tenant: "sandbox", auth: user, fetch, clock, ...sdkOptions });
  return { clock, tenant, sdk };
}
const idsOf = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => id);

describe("against the sandbox", () => {
  test("a filter and a sorter give what the tenant holds", async () => {
    const { clock, tenant, sdk } = meet();
    const failed = sdk.tasks.list({
      filters: { completionStatus: { in: ["ERROR", "TEMPERROR"] } },
      sorters: ["-created"],
    });
    const all = await clock.settle(failed.toArray());
    const expected = tenant.tasks
      .completed()
      .filter(({ completionStatus }) => completionStatus === "ERROR" || completionStatus === "TEMPERROR");
    expect(all.length).toBeGreaterThan(20);
    expect(idsOf(all).toSorted()).toEqual(idsOf(expected).toSorted());
    expect(all.map(({ created }) => created)).toEqual(
      all
        .map(({ created }) => created)
        .toSorted()
        .toReversed(),
    );
  });

  test("2,000 tasks come whole, within the rate limit and without a 429", async () => {
    const { clock, tenant, sdk } = meet();
    expect(idsOf(await clock.settle(sdk.tasks.list({ limit: 10, readAhead: 20 }).toArray()))).toEqual(
      idsOf(tenant.tasks.completed()),
    );
    expect(tenant.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  test("1,000 ids are found in as many queries as fit into URLs", async () => {
    const { clock, tenant, sdk } = meet();
    const wanted = idsOf(tenant.tasks.completed())
      .filter((_, at) => at % 2 === 0)
      .slice(0, 1_000);
    const found = await clock.settle(sdk.tasks.list({ filters: { id: { in: wanted } } }).toArray());
    expect(idsOf(found).toSorted()).toEqual(wanted.toSorted());
  });

  test("a task is watched to its end", async () => {
    const { clock, tenant, sdk } = meet();
    const { id } = tenant.startTask({ wait: 5_000, duration: 60_000 });
    const seen: number[] = [];
    const done = await clock.settle(
      sdk.tasks.waitFor(id, { onProgress: ({ percentComplete }) => seen.push(percentComplete) }),
    );
    expect(done).toMatchObject({ id, completionStatus: "SUCCESS", percentComplete: 100 });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test("a pending task is counted, listed and cleared", async () => {
    const { clock, tenant, sdk } = meet();
    const [hanging] = await clock.settle(sdk.tasks.pending.list().toArray());
    expect(await clock.settle(sdk.tasks.pending.count())).toBe(12);
    expect(await clock.settle(sdk.tasks.complete(hanging?.id ?? "", "ERROR"))).toMatchObject({
      id: hanging?.id,
      completionStatus: "ERROR",
    });
    expect(await clock.settle(sdk.tasks.pending.count())).toBe(11);
    expect(tenant.tasks.get(hanging?.id ?? "")?.completed).toBe(new Date(clock.date()).toISOString());
  });

  test("A13: an application may read but not patch, and is told what it takes", async () => {
    const { clock, tenant, sdk } = meet({}, { auth: application });
    const { id } = tenant.startTask();
    expect(await clock.settle(sdk.tasks.get(id))).toMatchObject({ id });
    const error = await caught(
      clock.settle(sdk.tasks.update(id, patch<TaskStatus>().replace("/completed", new Date()))),
    );
    expect(error).toMatchObject({ name: "PermissionError", required: { userOnly: true } });
  });

  test("A04: revoked tokens are replaced on the way", async () => {
    const { clock, tenant, sdk } = meet();
    await clock.settle(sdk.tasks.pending.count());
    tenant.revokeTokens();
    expect(await clock.settle(sdk.tasks.pending.count())).toBe(12);
  });

  test("errors of validation are told in the API's own words", async () => {
    const { clock, sdk } = meet();
    const error = await caught(clock.settle(sdk.tasks.list({ filters: 'shoeSize eq "x"' }).toArray()));
    expect(error).toMatchObject({
      name: "BadRequestError",
      status: 400,
      requestId: expect.any(String),
      trackingId: expect.any(String),
    });
    expect(await caught(clock.settle(sdk.tasks.get("nope")))).toMatchObject({ name: "NotFoundError" });
  });

  test("discovery finds the token endpoint", async () => {
    const { clock, tenant, sdk } = meet(
      { tokenOrigin: "https://tokens.example" },
      { auth: { ...user, tokenUrl: "discover" } },
    );
    expect(await clock.settle(sdk.tasks.pending.count())).toBe(12);
    expect(tenant.requests.map(({ url }) => new URL(url).origin).slice(0, 2)).toEqual([
      "https://sandbox.api.identitynow.com",
      "https://tokens.example",
    ]);
  });

  test.each<[string, TenantOptions, Fault]>([
    ["P02: a total that is no number", {}, { total: "abc" }],
    ["P02: a total that shrinks", {}, { total: (total) => total - 7 }],
    ["P02: no total", {}, { total: null }],
    ["P03: 400 behind the end", { pastEnd: "error" }, { total: null }],
    ["P11: short pages", {}, { shortPage: 7 }],
    ["P11: short pages without a total", {}, { shortPage: 33, total: null }],
    ["N03: cut bodies", {}, { on: { operation: "getTaskStatusList", nth: [2, 5] }, truncate: 100 }],
    ["N02: resets", {}, { on: { operation: "getTaskStatusList", nth: [1, 4] }, connection: "reset" }],
    [
      "N06: 429",
      {},
      { on: { operation: "getTaskStatusList", nth: [3] }, status: 429, headers: { "retry-after": "5" } },
    ],
    [
      "N14: HTML",
      {},
      { on: { operation: "getTaskStatusList", nth: [3] }, body: "<html>", headers: { "content-type": "text/html" } },
    ],
  ])("%s loses no row", async (_, options, fault) => {
    const { clock, tenant, sdk } = meet({ tasks: 600, ...options, faults: [fault] });
    expect(idsOf(await clock.settle(sdk.tasks.list({ limit: 50 }).toArray()))).toEqual(idsOf(tenant.tasks.completed()));
  });

  test("P11: rows that the server leaves out after paging end nothing, whatever part of them", async () => {
    for (const part of [2, 3, 10]) {
      const shown = (task: { id: string }) => Number.parseInt(task.id.slice(-6), 16) % part === 0;
      const { clock, tenant, sdk } = meet({ tasks: 600, faults: [{ hide: (task) => !shown(task) }] });
      expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(
        idsOf(tenant.tasks.completed().filter(shown)),
      );
    }
  });

  test.each<[string, Fault, string]>([
    ["P06: a server that ignores the offset", { ignoreOffset: true }, "PaginationError"],
    ["P04: a failing page", { on: { operation: "getTaskStatusList", nth: [3, 4, 5] }, status: 500 }, "ServerError"],
    ["N17: a redirect", { on: { operation: "getTaskStatusList" }, redirect: "https://evil.example/" }, "RedirectError"],
  ])("%s is an error, never a partial list", async (_, fault, name) => {
    const { clock, tenant, sdk } = meet({ tasks: 600, faults: [fault] });
    expect(await caught(clock.settle(sdk.tasks.list().toArray()))).toMatchObject({ name });
    expect(tenant.strays).toEqual([]);
  });

  test("P07: pages without end stop", async () => {
    const { clock, sdk } = meet({ faults: [{ endless: true }] });
    expect(await caught(clock.settle(sdk.tasks.list({ maxPages: 20 }).toArray()))).toMatchObject({
      name: "PaginationError",
      pages: 20,
    });
  });

  test("P05: tasks that come and go while they are read are neither lost nor doubled", async () => {
    for (const drift of [{ insert: 3 }, { remove: 3 }, { insert: 2, remove: 5 }, { remove: 40 }]) {
      const { clock, tenant, sdk } = meet({
        tasks: 600,
        faults: [{ on: { operation: "getTaskStatusList", nth: [2, 3, 5] }, drift }],
      });
      const before = new Set(idsOf(tenant.tasks.completed()));
      const got = idsOf(await clock.settle(sdk.tasks.list({ limit: 50 }).toArray()));
      const lasting = idsOf(tenant.tasks.completed()).filter((id) => before.has(id));
      expect(new Set(got).size).toBe(got.length);
      expect(lasting.filter((id) => !got.includes(id))).toEqual([]);
    }
  });

  test("a real server says the same over sockets", async () => {
    const tenant = createTenant({
      seed: 7,
      tasks: 600,
      rateLimit: false,
      faults: [{ on: { method: "GET", nth: [2] }, connection: "reset" }],
    });
    const server = await serve(tenant);
    try {
      const options = { auth: user, clock: scaledClock(100), rateLimit: false, attemptTimeout: 1_000_000 } as const;
      const sdk = new BetaSdk({ baseUrl: `${server.url}/beta`, ...options });
      expect(idsOf(await sdk.tasks.list().toArray())).toEqual(idsOf(tenant.tasks.completed()));
      expect(await sdk.tasks.pending.count()).toBe(12);
      expect(server.connections.total).toBeLessThanOrEqual(3);
    } finally {
      await server.close();
    }
  });
});
