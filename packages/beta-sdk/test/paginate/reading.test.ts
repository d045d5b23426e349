import { getEventListeners } from "node:events";
import { type Caller, getTaskStatus, getTaskStatusList, type Result } from "@sailkit/beta-client";
import { describe, expect, test } from "vitest";
import { PaginationError } from "../../src/errors/pagination-error.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { overList } from "../support/over-list.ts";
import { task } from "../support/task.ts";
import { ids, TaskList } from "../support/task-list.ts";

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test("P07: pages without end stop at the page limit", async () => {
  const { sdk, clock, server } = makeSdk(
    ({ url }) => json(ids(250, Number(url.searchParams.get("offset"))).map((id) => task(id))),
    { rateLimit: false },
  );
  const error = await caught(clock.settle(sdk.tasks.list({ maxPages: 7 }).toArray()));
  expect(error).toBeInstanceOf(PaginationError);
  expect(error).toMatchObject({ operationId: "getTaskStatusList", pages: 7 });
  expect(server.calls).toHaveLength(7);
});

describe("P08: leaving early", () => {
  test.each([0, 3])("P08: break leaves nothing running with %i pages read ahead", async (readAhead) => {
    const list = new TaskList(5_000);
    const { sdk, clock, server } = overList(list, (seen) =>
      Number(seen.url.searchParams.get("offset")) > 249 ? "never" : list.reply(seen),
    );
    const controller = new AbortController();
    const read = async () => {
      for await (const { id } of sdk.tasks.list({ readAhead, signal: controller.signal })) if (id === "t260") break;
    };
    await clock.settle(read());
    await clock.advance(1_000_000);
    // What was fetched ahead may be called back before it has left.
    expect(server.calls.length).toBeLessThanOrEqual(2 + readAhead);
    expect(clock.waiting()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("P08: nothing is sent before the first item is asked for", async () => {
    const { sdk, clock, server } = makeSdk(() => json([]));
    sdk.tasks.list();
    sdk.tasks.list().pages();
    sdk.tasks.list()[Symbol.asyncIterator]();
    await clock.advance(1_000);
    expect([server.calls.length, server.tokenCalls.length]).toEqual([0, 0]);
  });

  test("an abort is heard between two items", async () => {
    const { sdk, clock } = overList(new TaskList(10));
    const controller = new AbortController();
    const got: string[] = [];
    const read = async () => {
      for await (const { id } of sdk.tasks.list({ signal: controller.signal })) {
        got.push(id);
        if (got.length === 2) controller.abort(new Error("enough"));
      }
    };
    expect(await caught(clock.settle(read()))).toMatchObject({ message: "enough" });
    expect(got).toEqual(ids(2));
  });
});

describe("P09: impossible numbers are refused before any call", () => {
  test.each([
    { limit: 0 },
    { limit: 251 },
    { limit: 1.5 },
    { limit: Number.NaN },
    { limit: -1 },
    { offset: -1 },
    { offset: 0.5 },
    { offset: 2 ** 31 },
    { offset: 2 ** 53 },
    { max: -1 },
    { max: Number.NaN },
    { readAhead: -1 },
    { maxPages: 0 },
  ])("P09: %j", (options) => {
    const { sdk, server } = makeSdk(() => json([]));
    expect(() => sdk.tasks.list(options)).toThrow(UsageError);
    expect(() => sdk.tasks.list(options)).toThrow(`\`${Object.keys(options)[0]}\``);
    expect([server.calls.length, server.tokenCalls.length]).toEqual([0, 0]);
  });

  test("P09: an operation without pages is refused as well", () => {
    const { sdk } = makeSdk(() => json([]));
    // @ts-expect-error: it needs parameters, which `paginate` does not know it cannot use
    expect(() => sdk.paginate(getTaskStatus)).toThrow("getTaskStatus has no `offset` and `limit`: use `sdk.call`");
  });
});

test("P10: the total is asked for on the first page only, and not where it is not wanted", async () => {
  const list = new TaskList(600);
  const { sdk, clock, pages } = overList(list);
  await clock.settle(sdk.tasks.list().toArray());
  expect(list.asked).toEqual(["0+250#", "249+250", "498+250"]);
  expect(pages.map(({ page, items, total }) => [page, items, total])).toEqual([
    [1, 250, 600],
    [2, 249, 600],
    [3, 101, 600],
  ]);
  list.asked.length = 0;
  await clock.settle(sdk.tasks.list({ count: false }).toArray());
  expect(list.asked).toEqual(["0+250", "249+250", "498+250", "600+250"]);
});

describe("B02: a total that is hidden by CORS", () => {
  test("B02: lists still end, and the total is undefined", async () => {
    const list = new TaskList(260);
    list.counts = false;
    const { sdk, clock } = overList(list);
    const page = await clock.settle(sdk.tasks.list().page());
    expect(page.total).toBeUndefined();
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(260));
  });
});

describe("ways of reading", () => {
  test("pages know their next one, fetched once", async () => {
    const list = new TaskList(7);
    const { sdk, clock } = overList(list);
    const first = await clock.settle(sdk.tasks.list({ limit: 3 }).page());
    expect([idsOf(first.items), first.total, first.offset, first.nextOffset]).toEqual([ids(3), 7, 0, 3]);
    const [second, again] = await clock.settle(Promise.all([first.next(), first.next()]));
    expect(second).toBe(again);
    expect([idsOf(second?.items ?? []), second?.nextOffset]).toEqual([ids(3, 3), 6]);
    const third = await clock.settle(second?.next() ?? Promise.resolve(undefined));
    expect(idsOf(third?.items ?? [])).toEqual(["t6"]);
    expect(await clock.settle(third?.next() ?? Promise.reject(new Error()))).toBeUndefined();
    expect(list.asked).toHaveLength(3);
  });

  test("a listing goes on from where a page says", async () => {
    const list = new TaskList(700);
    const { sdk, clock } = overList(list);
    const first = await clock.settle(sdk.tasks.list().page());
    const rest = await clock.settle(sdk.tasks.list({ offset: first.nextOffset }).toArray());
    expect(idsOf([...first.items, ...rest])).toEqual(ids(700));
  });

  test.each([
    [0, []],
    [1, ["0+1#"]],
    [10, ["0+10#"]],
    [250, ["0+250#"]],
    [260, ["0+250#", "249+11"]],
  ])("max %i gives that many and asks for no more", async (max, asked) => {
    const list = new TaskList(700);
    const { sdk, clock, drifts } = overList(list);
    expect(idsOf(await clock.settle(sdk.tasks.list({ max }).toArray()))).toEqual(ids(max));
    expect(list.asked).toEqual(asked);
    list.asked.length = 0;
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray({ max })))).toEqual(ids(max));
    expect([list.asked, drifts]).toEqual([asked, []]);
  });

  test("an operation that does not say its greatest page has 250", async () => {
    const { sdk, clock, server } = makeSdk(() => json([]));
    const operation = (client: Caller, init?: object) =>
      client.call<Result<{ id: string }[], never>>({ id: "odd", method: "GET", path: "/odd", paging: {} }, init);
    expect(await clock.settle(sdk.paginate(operation).toArray())).toEqual([]);
    expect(server.calls[0]?.url.search).toBe("?limit=250&offset=0");
  });

  test("first gives one item, or undefined", async () => {
    const list = new TaskList(3);
    const { sdk, clock } = overList(list);
    expect((await clock.settle(sdk.tasks.list().first()))?.id).toBe("t0");
    list.rows = [];
    expect(await clock.settle(sdk.tasks.list().first())).toBeUndefined();
  });

  test("an empty collection has one empty page", async () => {
    const { sdk, clock } = overList(new TaskList(0));
    const page = await clock.settle(sdk.tasks.list().page());
    expect([page.items, page.total, await clock.settle(page.next())]).toEqual([[], 0, undefined]);
    const none = await clock.settle(sdk.tasks.list({ max: 0 }).page());
    expect([none.items, none.total, none.offset, none.nextOffset, await none.next()]).toEqual([
      [],
      undefined,
      0,
      0,
      undefined,
    ]);
  });

  test("pages read ahead come in order, and no more than asked are under way", async () => {
    const list = new TaskList(2_000);
    let under = 0;
    let most = 0;
    const { sdk, clock } = makeSdk(
      async (seen) => {
        most = Math.max(most, ++under);
        await new Promise<void>((resolve) => void clock.after(100, resolve, false));
        under--;
        return list.reply(seen);
      },
      { rateLimit: false },
    );
    const read = sdk.paginate(getTaskStatusList, { readAhead: 3 }).toArray();
    expect(idsOf(await clock.settle(read))).toEqual(ids(2_000));
    expect(most).toBe(3);
    expect(clock.now()).toBeLessThan(600);
  });

  test("what was read ahead is not used when it does not fit any more", async () => {
    const list = new TaskList(2_000);
    const { sdk, clock } = overList(list, (seen) => {
      if (list.asked.length === 2) seen.url.searchParams.set("limit", "100");
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list({ readAhead: 2 }).toArray()))).toEqual(ids(2_000));
  });

  test("an error of a page read ahead is thrown when its turn comes, and is unhandled nowhere", async () => {
    const list = new TaskList(2_000);
    const { sdk, clock } = overList(list, (seen) =>
      seen.url.searchParams.get("offset") === "498" ? json({}, { status: 500 }) : list.reply(seen),
    );
    const got: string[] = [];
    const read = async () => {
      for await (const { id } of sdk.tasks.list({ readAhead: 3 })) got.push(id);
    };
    expect(await caught(clock.settle(read()))).toMatchObject({ status: 500 });
    expect(got).toEqual(ids(499));
  });
});
