import { describe, expect, test } from "vitest";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { TaskList } from "../support/task-list.ts";

describe("collections", () => {
  test("first asks for one item, and a page by hand is all that is fetched", async () => {
    const list = new TaskList(700);
    const { sdk, clock } = makeSdk(list.reply);
    await clock.settle(sdk.tasks.list().first());
    await clock.settle(sdk.tasks.list({ readAhead: 3 }).page());
    await clock.advance(1_000);
    expect(list.asked).toEqual(["0+1#", "0+250#"]);
  });

  test("toArray checks its max", async () => {
    const { sdk } = makeSdk(() => json([]));
    expect(await caught(sdk.tasks.list().toArray({ max: 1.5 }))).toMatchObject({
      message: expect.stringContaining("`max` must be an integer"),
    });
  });

  test("settings hold for every page, and the signal for a page by hand as well", async () => {
    const { sdk, clock, server } = makeSdk(() => json({}, { status: 503 }));
    expect(await caught(clock.settle(sdk.tasks.list({ retry: { attempts: 2 } }).toArray()))).toMatchObject({
      attempts: 2,
    });
    expect(server.calls).toHaveLength(2);
    const controller = new AbortController();
    const page = caught(sdk.tasks.list({ signal: controller.signal }).page());
    await clock.advance(1);
    controller.abort("enough");
    expect(await page).toBe("enough");
  });

  test("without a filter, none is sent; other parameters are kept", async () => {
    const { sdk, clock, server } = makeSdk(() => json([]));
    await clock.settle(sdk.tasks.list({ filters: {}, count: false }).toArray());
    await clock.settle(sdk.tasks.list({ params: { query: {} }, count: false }).toArray());
    expect(server.calls.map(({ url }) => url.search)).toEqual(["?limit=250&offset=0", "?limit=250&offset=0"]);
  });

  test("N14: an answer that is no list says which operation gave it", async () => {
    const { sdk, clock } = makeSdk(() => json({ items: [] }, { headers: { "slpt-request-id": "req-1" } }));
    expect(await caught(clock.settle(sdk.tasks.list().toArray()))).toMatchObject({
      message: "getTaskStatusList: the answer (200) is no list",
      operationId: "getTaskStatusList",
      status: 200,
      snippet: "",
      requestId: "req-1",
    });
  });
});
