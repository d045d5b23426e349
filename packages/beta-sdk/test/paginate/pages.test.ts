import { getEventListeners } from "node:events";
import { type Caller, getPendingTasks, getTaskStatus, getTaskStatusList, type Result } from "@sailkit/beta-client";
import { describe, expect, test } from "vitest";
import { PaginationError } from "../../src/errors/pagination-error.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import type { DriftEvent, PageEvent } from "../../src/observe/events.ts";
import { caught } from "../support/caught.ts";
import { json, type Reply, type Seen } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";
import { ids, TaskList } from "../support/task-list.ts";

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** An sdk over a list, and what it reports. */
function over(list: TaskList, reply: (seen: Seen) => Reply = list.reply) {
  const drifts: DriftEvent[] = [];
  const pages: PageEvent[] = [];
  const hooks = { drift: (event: DriftEvent) => drifts.push(event), page: (event: PageEvent) => pages.push(event) };
  return { ...makeSdk(reply, { hooks, retry: false, rateLimit: false }), drifts, pages };
}

describe("P01: every size comes whole, in the fewest calls that cannot lose a row", () => {
  test.each([
    [0, ["0+250#"]],
    [1, ["0+250#"]],
    [249, ["0+250#"]],
    [250, ["0+250#", "249+250"]],
    [251, ["0+250#", "249+250"]],
    [500, ["0+250#", "249+250", "498+250"]],
  ])("P01: %i items", async (size, asked) => {
    const list = new TaskList(size);
    const { sdk, clock, drifts } = over(list);
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(size));
    expect([list.asked, drifts]).toEqual([asked, []]);
  });

  test.each([
    [0, ["0+250"]],
    [1, ["0+250", "1+250"]],
    [249, ["0+250", "249+250"]],
    [250, ["0+250", "249+250", "250+250"]],
    [251, ["0+250", "249+250", "251+250"]],
    [500, ["0+250", "249+250", "498+250", "500+250"]],
    [600, ["0+250", "249+250", "498+250", "600+250"]],
  ])("P01: %i items without a total, where a short page is not the end", async (size, asked) => {
    for (const strict of [false, true]) {
      const list = new TaskList(size);
      list.strict = strict;
      const { sdk, clock, drifts } = over(list);
      expect(idsOf(await clock.settle(sdk.tasks.list({ count: false }).toArray()))).toEqual(ids(size));
      // Where an offset behind the end is refused, a look at the last row says whether it was the last.
      const again = strict && size !== 250 && size > 0 ? [`${size - 1}+250`] : [];
      expect([list.asked, drifts]).toEqual([[...asked, ...again], []]);
    }
  });

  test.each([
    [0, ["0+250#"], ["0+250"]],
    [1, ["0+250#"], ["0+250", "1+250"]],
    [249, ["0+250#"], ["0+250", "249+250"]],
    [250, ["0+250#"], ["0+250", "250+250"]],
    [251, ["0+250#", "250+250"], ["0+250", "250+250", "251+250"]],
    [500, ["0+250#", "250+250"], ["0+250", "250+250", "500+250"]],
  ])("P01: %i items that are known not to move", async (size, counted, uncounted) => {
    for (const count of [true, false]) {
      const list = new TaskList(size);
      const { sdk, clock, drifts } = over(list);
      expect(idsOf(await clock.settle(sdk.tasks.list({ overlap: false, count }).toArray()))).toEqual(ids(size));
      expect([list.asked, drifts]).toEqual([count ? counted : uncounted, []]);
    }
  });

  test("P01: a small limit gives pages of exactly that many new items", async () => {
    const list = new TaskList(7);
    const { sdk, clock } = over(list);
    const sizes: number[] = [];
    const read = async () => {
      for await (const page of sdk.tasks.list({ limit: 3 }).pages()) sizes.push(page.items.length);
    };
    await clock.settle(read());
    expect([sizes, list.asked]).toEqual([
      [3, 3, 1],
      ["0+3#", "2+4", "5+4"],
    ]);
  });

  test("P01: a limit of 1 works", async () => {
    const { sdk, clock } = over(new TaskList(3));
    expect(idsOf(await clock.settle(sdk.tasks.list({ limit: 1 }).toArray()))).toEqual(ids(3));
  });
});

describe("P02: the data decide where the end is", () => {
  test.each(["", "abc", "-1", "1e3", "99999999999999999999"])("P02: a total of %j is no total", async (total) => {
    const list = new TaskList(251);
    const { sdk, clock, drifts } = over(list, (seen) => {
      const answer = list.reply(seen);
      answer.headers.set("x-total-count", total);
      return answer;
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(251));
    expect(drifts).toEqual([]);
  });

  test.each([
    ["grows", 600, 260],
    ["is far too low", 600, 3],
    ["is one page", 600, 250],
  ])("P02: a total that %s ends nothing while full pages come", async (_, size, total) => {
    const list = new TaskList(size);
    const { sdk, clock, drifts } = over(list, (seen) => {
      const answer = list.reply(seen);
      answer.headers.set("x-total-count", String(total));
      return answer;
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(size));
    expect(drifts.map(({ kind, rows }) => [kind, rows])).toEqual([["total", size - total]]);
  });

  test("P02: a total that is too high ends at the empty page, and is reported", async () => {
    const list = new TaskList(5);
    const { sdk, clock, drifts } = over(list, (seen) => {
      const answer = list.reply(seen);
      answer.headers.set("x-total-count", "9");
      return answer;
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(5));
    expect(list.asked).toEqual(["0+250#", "4+250", "5+250"]);
    expect(drifts.map(({ kind, rows }) => [kind, rows])).toEqual([["total", 4]]);
  });
});

describe("P03: 400 behind the end", () => {
  test("P03: ends the listing after a full page", async () => {
    const list = new TaskList(500);
    list.strict = true;
    const { sdk, clock, drifts } = over(list);
    const all = sdk.tasks.list({ overlap: false, count: false }).toArray();
    expect(idsOf(await clock.settle(all))).toEqual(ids(500));
    expect([list.asked, drifts]).toEqual([["0+250", "250+250", "500+250"], []]);
  });

  test("P03: is an error on the first page", async () => {
    const list = new TaskList(5);
    list.strict = true;
    const { sdk, clock } = over(list);
    expect(await caught(clock.settle(sdk.tasks.list({ offset: 5 }).toArray()))).toMatchObject({
      name: "BadRequestError",
    });
  });

  test("P03: is an error after a short page, and with another text", async () => {
    const list = new TaskList(5);
    list.strict = true;
    const { sdk, clock } = over(list);
    const short = sdk.tasks.list({ overlap: false, count: false }).toArray();
    expect(await caught(clock.settle(short))).toMatchObject({ name: "BadRequestError" });
    const other = over(new TaskList(500), (seen) =>
      seen.url.searchParams.get("offset") === "250"
        ? json({ messages: [{ text: "Bad filter" }] }, { status: 400 })
        : list.reply(seen),
    );
    list.rows = ids(500);
    const full = other.sdk.tasks.list({ overlap: false }).toArray();
    expect(await caught(other.clock.settle(full))).toMatchObject({ name: "BadRequestError" });
  });

  test("P03: where rows went away behind a short page, those that moved are looked for as well", async () => {
    const list = new TaskList(300);
    list.strict = true;
    const { sdk, clock, drifts } = over(list, (seen) => {
      if (list.asked.length === 0) seen.url.searchParams.set("limit", "100");
      const answer = list.reply(seen);
      if (list.asked.length === 1) list.rows = ids(60, 240);
      return answer;
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual([...ids(100), ...ids(60, 240)]);
    expect(list.asked.slice(0, 3)).toEqual(["0+100#", "99+250", "0+250"]);
    expect(drifts.map(({ kind }) => kind)).toEqual(["shifted", "total"]);
  });

  test("P03: where rows went away meanwhile, what moved is still found", async () => {
    const list = new TaskList(500);
    list.strict = true;
    const { sdk, clock, drifts } = over(list, (seen) => {
      const answer = list.reply(seen);
      if (list.asked.length === 1) list.rows = list.rows.filter((_, at) => at >= 200 && at % 2 === 0);
      return answer;
    });
    const all = idsOf(await clock.settle(sdk.tasks.list().toArray()));
    expect(all).toEqual([...ids(250), ...ids(500).filter((_, at) => at >= 250 && at % 2 === 0)]);
    expect(drifts.map(({ kind }) => kind)).toEqual(["shifted", "total"]);
  });
});

test.each([401, 403, 429, 500])("P04: a %i on page 3 is thrown, never taken for the end", async (status) => {
  const list = new TaskList(1_000);
  const { sdk, clock } = over(list, (seen) => (list.asked.length === 2 ? json({}, { status }) : list.reply(seen)));
  const got: string[] = [];
  const read = async () => {
    for await (const { id } of sdk.tasks.list()) got.push(id);
  };
  expect(await caught(clock.settle(read()))).toMatchObject({ status });
  expect(got).toEqual(ids(499));
  list.asked.length = 0;
  expect(await caught(clock.settle(sdk.tasks.list().toArray()))).toMatchObject({ status });
});

test("P04: a page that failed stays failed, however often it is asked for", async () => {
  const list = new TaskList(500);
  const { sdk, clock } = over(list, (seen) => (list.asked.length === 1 ? json({}, { status: 500 }) : list.reply(seen)));
  const page = await clock.settle(sdk.tasks.list().page());
  expect(await caught(clock.settle(page.next()))).toMatchObject({ status: 500 });
  expect(await caught(clock.settle(page.next()))).toMatchObject({ status: 500 });
});

describe("P05: rows that come and go meanwhile", () => {
  const changing = (size: number, change: (rows: string[]) => string[], options = {}) => {
    const list = new TaskList(size);
    const { sdk, clock, drifts } = over(list, (seen) => {
      const answer = list.reply(seen);
      if (list.asked.length === 1) list.rows = change(list.rows);
      return answer;
    });
    return { list, drifts, all: clock.settle(sdk.tasks.list(options).toArray()).then(idsOf) };
  };

  test("P05: rows inserted before come once, and are reported", async () => {
    const { all, drifts } = changing(600, (rows) => ["new1", "new2", ...rows]);
    expect(await all).toEqual(ids(600));
    expect(drifts).toEqual([{ operationId: "getTaskStatusList", offset: 249, kind: "repeated", rows: 2 }]);
  });

  test("P05: rows deleted before hide none of those that moved", async () => {
    const { all, drifts, list } = changing(600, (rows) => rows.slice(3));
    expect(await all).toEqual(ids(600));
    expect(drifts.map(({ kind, offset }) => [kind, offset])).toEqual([["shifted", 249]]);
    expect(list.asked.slice(0, 4)).toEqual(["0+250#", "249+250", "0+250", "249+250"]);
  });

  test("P05: a row that comes in behind the first page pushes none out at a full last page", async () => {
    const { all, list, drifts } = changing(500, (rows) => rows.toSpliced(300, 0, "new"));
    expect(await all).toEqual(ids(500).toSpliced(300, 0, "new"));
    expect(list.asked).toEqual(["0+250#", "249+250", "498+250", "501+250"]);
    expect(drifts.map(({ kind, rows }) => [kind, rows])).toEqual([["total", 1]]);
  });

  test("P05: a deletion and an insertion that leave the total alone hide none either", async () => {
    const { all } = changing(600, (rows) => [...rows.slice(1), "new"]);
    expect(await all).toEqual([...ids(600), "new"]);
  });

  test("P05: rows that moved to before the start of a resumed listing are reported", async () => {
    const { all, drifts } = changing(600, (rows) => rows.slice(60), { offset: 300, limit: 50 });
    expect((await all).slice(0, 50)).toEqual(ids(50, 300));
    expect(drifts.map(({ kind }) => kind)).toContain("lost");
  });

  test("P05: rows that come twice in one page come once", async () => {
    const { all, drifts } = changing(3, (rows) => rows);
    expect(await all).toEqual(ids(3));
    const list = new TaskList(0);
    list.rows = ["a", "b", "a"];
    const twice = over(list);
    expect(idsOf(await twice.clock.settle(twice.sdk.tasks.list().toArray()))).toEqual(["a", "b"]);
    expect([drifts.length, twice.drifts.map(({ kind }) => kind)]).toEqual([0, ["repeated", "total"]]);
  });

  test("P05: everything deleted ends the listing, with the loss reported", async () => {
    const { all, drifts } = changing(600, () => []);
    expect(await all).toEqual(ids(250));
    expect(drifts.map(({ kind }) => kind)).toEqual(["shifted", "total"]);
  });
});

describe("P06: a server that ignores the offset", () => {
  test.each([
    [{}, 600, 2],
    [{ limit: 50 }, 600, 2],
    [{ overlap: false }, 600, 2],
    [{ limit: 3 }, 600, 3],
    [{ limit: 1 }, 600, 4],
    [{ count: false }, 3, 4],
    [{ count: false }, 100, 4],
  ])("P06: %j is found out", async (options, size, calls) => {
    const list = new TaskList(size);
    const { sdk, clock } = over(list, (seen) => {
      seen.url.searchParams.set("offset", "0");
      return list.reply(seen);
    });
    const error = await caught(clock.settle(sdk.tasks.list(options).toArray()));
    expect(error).toBeInstanceOf(PaginationError);
    expect((error as Error).message).toContain("the server ignores `offset`");
    expect(list.asked).toHaveLength(calls);
  });

  test("P06: is found out for items without an id as well", async () => {
    const { sdk, clock, server } = makeSdk(() => json(Array.from({ length: 250 }, (_, at) => ({ name: `n${at}` }))));
    expect(await caught(clock.settle(sdk.paginate(getPendingTasks).toArray()))).toBeInstanceOf(PaginationError);
    expect(server.calls).toHaveLength(2);
  });

  test("P06: does no harm where the total says that everything is on one page", async () => {
    const list = new TaskList(3);
    const { sdk, clock } = over(list, (seen) => {
      seen.url.searchParams.set("offset", "0");
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(3));
    expect(list.asked).toEqual(["0+250#"]);
  });

  test("P06: rows that come in before the second page are not taken for it", async () => {
    for (const strict of [false, true]) {
      const list = new TaskList(20);
      list.strict = strict;
      const { sdk, clock, drifts } = over(list, (seen) => {
        const answer = list.reply(seen);
        if (list.asked.length === 1) list.rows = ["new1", "new2", ...list.rows];
        return answer;
      });
      expect(idsOf(await clock.settle(sdk.tasks.list({ limit: 3 }).toArray()))).toEqual(ids(20));
      // One look further ahead than rows could have moved.
      expect(list.asked.slice(0, 4)).toEqual(["0+3#", "2+4", "252+4", "5+4"]);
      expect(drifts).toEqual([{ operationId: "getTaskStatusList", offset: 2, kind: "repeated", rows: 2 }]);
    }
  });

  test("P06: an error of the look ahead is thrown", async () => {
    const list = new TaskList(20);
    const { sdk, clock } = over(list, (seen) => {
      if (Number(seen.url.searchParams.get("offset")) > 250) return json({}, { status: 403 });
      seen.url.searchParams.set("offset", "0");
      return list.reply(seen);
    });
    expect(await caught(clock.settle(sdk.tasks.list({ limit: 3 }).toArray()))).toMatchObject({ status: 403 });
  });
});

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
    const { sdk, clock, server } = over(list, (seen) =>
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
    const { sdk, clock } = over(new TaskList(10));
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
  const { sdk, clock, pages } = over(list);
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

describe("P11: short pages in the middle", () => {
  test.each([true, false])("P11: are not the end, whether the total is known (%s) or not", async (counts) => {
    const list = new TaskList(700);
    list.counts = counts;
    const { sdk, clock } = over(list, (seen) => {
      const short = list.asked.length === 1 || list.asked.length === 2;
      if (short) seen.url.searchParams.set("limit", "7");
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(700));
  });

  test("P11: a server that allows fewer than it is asked for loses no row", async () => {
    const list = new TaskList(950);
    list.counts = false;
    const { sdk, clock } = over(list, (seen) => {
      seen.url.searchParams.set("limit", String(Math.min(100, Number(seen.url.searchParams.get("limit")))));
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(950));
  });

  test("P11: a page with only the known row is not the end where the total promises more", async () => {
    const list = new TaskList(300);
    const { sdk, clock } = over(list, (seen) => {
      if (list.asked.length === 1) seen.url.searchParams.set("limit", "1");
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(300));
    // One look says that nothing moved before it; and where one page was cut, the last one may have been as well.
    expect(list.asked).toEqual(["0+250#", "249+1", "250+250", "249+1", "299+250", "300+250"]);
  });

  test("P11: rows that went away behind a page with only the known row hide none of those that moved", async () => {
    const list = new TaskList(300);
    const { sdk, clock, drifts } = over(list, (seen) => {
      if (list.asked.length === 1) seen.url.searchParams.set("limit", "1");
      const answer = list.reply(seen);
      if (list.asked.length === 2) list.rows = ids(299, 1);
      return answer;
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray())).toSorted()).toEqual(ids(300).toSorted());
    expect(list.asked.slice(0, 5)).toEqual(["0+250#", "249+1", "250+250", "249+1", "1+250"]);
    expect(drifts.map(({ kind }) => kind)).toEqual(["shifted"]);
  });

  test("P11: where pages are cut short, a short one that reaches the total is not the last because of it", async () => {
    const list = new TaskList(12);
    const { sdk, clock, drifts } = over(list, (seen) => {
      if (list.asked.length < 2) seen.url.searchParams.set("limit", "6");
      const answer = list.reply(seen);
      // One comes in behind what has been read, and pushes the last one behind the total.
      if (list.asked.length === 1) list.rows = list.rows.toSpliced(8, 0, "new");
      if (list.asked.length === 2) seen.url.searchParams.set("limit", "3");
      return answer;
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(12).toSpliced(8, 0, "new"));
    expect(drifts.map(({ kind, rows }) => [kind, rows])).toEqual([["total", 1]]);
  });
});

describe("B02: a total that is hidden by CORS", () => {
  test("B02: lists still end, and the total is undefined", async () => {
    const list = new TaskList(260);
    list.counts = false;
    const { sdk, clock } = over(list);
    const page = await clock.settle(sdk.tasks.list().page());
    expect(page.total).toBeUndefined();
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(260));
  });
});

describe("ways of reading", () => {
  test("pages know their next one, fetched once", async () => {
    const list = new TaskList(7);
    const { sdk, clock } = over(list);
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
    const { sdk, clock } = over(list);
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
    const { sdk, clock, drifts } = over(list);
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
    const { sdk, clock } = over(list);
    expect((await clock.settle(sdk.tasks.list().first()))?.id).toBe("t0");
    list.rows = [];
    expect(await clock.settle(sdk.tasks.list().first())).toBeUndefined();
  });

  test("an empty collection has one empty page", async () => {
    const { sdk, clock } = over(new TaskList(0));
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
    const { sdk, clock } = over(list, (seen) => {
      if (list.asked.length === 2) seen.url.searchParams.set("limit", "100");
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list({ readAhead: 2 }).toArray()))).toEqual(ids(2_000));
  });

  test("an error of a page read ahead is thrown when its turn comes, and is unhandled nowhere", async () => {
    const list = new TaskList(2_000);
    const { sdk, clock } = over(list, (seen) =>
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
