import { describe, expect, test } from "vitest";
import { BadRequestError } from "../../src/errors/bad-request-error.ts";
import { NotFoundError } from "../../src/errors/not-found-error.ts";
import type { DriftEvent, PageEvent } from "../../src/observe/events.ts";
import { beginsAlike } from "../../src/paginate/begins-alike.ts";
import { compareItems } from "../../src/paginate/compare-items.ts";
import { itemKey } from "../../src/paginate/item-key.ts";
import { PageReader } from "../../src/paginate/page-reader.ts";
import type { PageRequest, RawPage } from "../../src/paginate/page-source.ts";
import { readAhead } from "../../src/paginate/read-ahead.ts";
import { type ReadPlan, readPlan } from "../../src/paginate/read-plan.ts";
import { RecentKeys } from "../../src/paginate/recent-keys.ts";
import { sortPage } from "../../src/paginate/sort-page.ts";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { ids, TaskList } from "../support/task-list.ts";

const plan: ReadPlan = {
  operationId: "list",
  limit: 4,
  most: 10,
  offset: 0,
  max: Number.POSITIVE_INFINITY,
  count: true,
  readAhead: 2,
  maxPages: 100,
  overlap: true,
};
const rows = (from: number, to: number) => ids(to - from, from).map((id) => ({ id }));

describe("keys", () => {
  test.each([
    [{ id: "a" }, "string:a"],
    [{ id: 7 }, "number:7"],
    [{ id: "7" }, "string:7"],
    [{ id: null }, undefined],
    [{ id: true }, undefined],
    [{}, undefined],
    ["a", undefined],
    [null, undefined],
    [undefined, undefined],
  ])("of %j is %j", (item, key) => {
    expect(itemKey(item)).toBe(key);
  });

  test("tell what is new, what is known, and whether a page begins with what is known", () => {
    const items = [{ id: "a" }, { id: "b" }, { id: "b" }, { id: "c" }];
    expect(sortPage(items, new Set(["string:a"]))).toEqual({
      fresh: [{ id: "b" }, { id: "c" }],
      keys: ["string:b", "string:c"],
      known: 2,
      anchored: true,
      keyed: true,
      prints: ["string:a", "string:b", "string:b", "string:c"],
    });
    const mixed = [{ id: "a" }, { name: "x" }, { name: "x" }];
    expect(sortPage(mixed, new Set(["", "string:b"]))).toEqual({
      fresh: mixed,
      keys: ["string:a"],
      known: 0,
      anchored: false,
      keyed: false,
      prints: ["string:a", '{"name":"x"}', '{"name":"x"}'],
    });
    expect(sortPage([], new Set([""])).keyed).toBe(true);
    expect(sortPage([{ name: "x" }], new Set(["undefined", "Stryker was here!"])).anchored).toBe(false);
  });
});

test.each([
  [["a", "b"], ["a", "b", "c"], true],
  [["a", "b", "c"], ["a", "b"], true],
  [["a", "b"], ["a", "c"], false],
  [["a", "b"], ["c", "b"], false],
  [[], [], false],
  [[], ["a"], false],
])("P06: %j begins as %j: %s", (page, other, alike) => {
  expect(beginsAlike(page, other)).toBe(alike);
});

describe("P09: plans", () => {
  test("P09: what is left out has its default", () => {
    expect(readPlan("list", { limit: 100, count: true }, {})).toEqual({
      operationId: "list",
      limit: 100,
      most: 100,
      offset: 0,
      max: Number.POSITIVE_INFINITY,
      count: true,
      readAhead: 0,
      maxPages: 10_000,
      overlap: true,
    });
    expect(readPlan("list", {}, { count: true, overlap: false })).toMatchObject({
      limit: 250,
      count: false,
      overlap: false,
    });
    expect(readPlan("list", { count: true }, { count: false }).count).toBe(false);
  });

  test.each([
    [{ offset: 2 ** 31 - 1 }, undefined],
    [{ offset: 2 ** 31 }, "`offset` is at most 2147483647, not 2147483648"],
    [{ limit: 100 }, undefined],
    [{ limit: 101 }, "`limit` of list is at most 100, not 101"],
    [{ max: 0 }, undefined],
    [{ max: 1.5 }, "`max` must be an integer of at least 0, not 1.5"],
    [{ readAhead: 0.5 }, "`readAhead` must be an integer"],
    [{ maxPages: 1.5 }, "`maxPages` must be an integer"],
    [{ maxPages: 1 }, undefined],
  ])("P09: %j", (options, message) => {
    const make = () => readPlan("list", { limit: 100 }, options);
    if (message) expect(make).toThrow(message);
    else expect(make).not.toThrow();
  });
});

describe("reading ahead", () => {
  const over = (total: number | undefined, changes: Partial<ReadPlan> = {}, all: object[] = rows(0, 100)) => {
    const asked: string[] = [];
    const source = readAhead(
      async ({ offset, limit, count }: PageRequest): Promise<RawPage<object>> => {
        asked.push(`${offset}+${limit}${count ? "#" : ""}`);
        return { items: all.slice(offset, offset + limit), total };
      },
      { ...plan, ...changes },
    );
    return { asked, source };
  };
  const first = { offset: 0, limit: 4, count: true };

  test.each<[string, number | undefined, Partial<ReadPlan>, object[] | undefined, string[]]>([
    ["pages that begin with the last row", undefined, {}, undefined, ["0+4#", "3+5", "7+5"]],
    ["pages that do not overlap", undefined, { overlap: false }, undefined, ["0+4#", "4+4", "8+4"]],
    ["pages of one item at most", undefined, { most: 1, limit: 1 }, undefined, ["0+4#", "4+1", "5+1"]],
    ["pages of rows without ids", undefined, {}, Array.from({ length: 99 }, () => ({})), ["0+4#", "4+4", "8+4"]],
    ["pages of which one row has no id", undefined, {}, [{ id: "a" }, {}, {}, {}, {}, {}], ["0+4#", "4+4", "8+4"]],
    ["the greatest pages", undefined, { most: 4 }, undefined, ["0+4#", "3+4", "6+4"]],
    ["no page behind the total", 8, {}, undefined, ["0+4#", "3+5", "7+5"]],
    ["no page at the total", 7, {}, undefined, ["0+4#", "3+5"]],
    ["no page behind the last item wanted", undefined, { max: 7 }, undefined, ["0+4#", "3+5"]],
    ["no page behind a short one", undefined, {}, rows(0, 3), ["0+4#"]],
    ["nothing", undefined, { readAhead: 0 }, undefined, ["0+4#"]],
  ])("fetches %s", async (_, total, changes, all, expected) => {
    const { asked, source } = over(total, changes, all);
    await source(first);
    expect(asked).toEqual(expected);
  });

  test("counts what is wanted from where reading began", async () => {
    const { asked, source } = over(undefined, { offset: 50, max: 7 });
    await source({ offset: 50, limit: 4, count: true });
    expect(asked).toEqual(["50+4#", "53+5"]);
  });

  test("gives what is ready, goes on from there, and forgets what does not fit any more", async () => {
    const { asked, source } = over(undefined);
    await source(first);
    expect(await source({ offset: 3, limit: 5, count: false })).toEqual({ items: rows(3, 8), total: undefined });
    expect(asked).toEqual(["0+4#", "3+5", "7+5", "11+5"]);
    await source({ offset: 40, limit: 5, count: false });
    expect(asked).toEqual(["0+4#", "3+5", "7+5", "11+5", "40+5", "44+5", "48+5"]);
    await source({ offset: 7, limit: 5, count: false });
    expect(asked.slice(7)).toEqual(["7+5", "11+5", "15+5"]);
  });
});

describe("the reader", () => {
  const read = async (
    fetch: (request: PageRequest, number: number) => RawPage<object>,
    changes: Partial<ReadPlan> = {},
  ) => {
    const asked: string[] = [];
    const drifts: DriftEvent[] = [];
    const pages: PageEvent[] = [];
    const listener = {
      drift: (event: DriftEvent) => drifts.push(event),
      page: (event: PageEvent) => pages.push(event),
    };
    const source = async (request: PageRequest) => {
      asked.push(`${request.offset}+${request.limit}`);
      return fetch(request, asked.length);
    };
    const got: object[] = [];
    const offsets: [number, number][] = [];
    const reader = new PageReader(source, { ...plan, ...changes }, new RecentKeys(), listener);
    const end = (async () => {
      for await (const { items, offset, nextOffset } of reader.pages()) {
        got.push(...items);
        offsets.push([offset, nextOffset]);
      }
    })();
    return {
      error: await end.then(
        () => undefined,
        (error: Error) => error,
      ),
      asked,
      drifts,
      pages,
      got,
      offsets,
    };
  };
  const cut =
    (all: object[]) =>
    ({ offset, limit }: PageRequest) => ({ items: all.slice(offset, offset + limit), total: undefined });

  test("gives no more than is wanted, whatever the server sends", async () => {
    const { got, offsets } = await read(() => ({ items: rows(0, 9), total: undefined }), { max: 3 });
    expect([got, offsets]).toEqual([rows(0, 3), [[0, 3]]]);
  });

  test("does not give pages without new items, but for the first", async () => {
    const { offsets } = await read(cut(rows(0, 5)));
    expect(offsets).toEqual([
      [0, 4],
      [3, 5],
    ]);
    expect((await read(cut([]))).offsets).toEqual([[0, 0]]);
  });

  test("steps back by a page, less the row that pages share", async () => {
    const all = rows(0, 40);
    const { asked, got } = await read(({ offset, limit }, number) => {
      const now = number > 3 ? all.slice(2) : all;
      return { items: now.slice(offset, offset + limit), total: undefined };
    });
    expect(asked.slice(0, 5)).toEqual(["0+4", "3+5", "7+5", "11+5", "7+5"]);
    expect(got).toEqual(all);
  });

  test("reads pages of single items without overlap", async () => {
    const { asked, got } = await read(cut(rows(0, 2)), { limit: 1, most: 1 });
    expect([asked, got]).toEqual([["0+1", "1+1", "2+1"], rows(0, 2)]);
  });

  test("counts the total from where it began", async () => {
    const all = rows(0, 10);
    const total = ({ offset, limit }: PageRequest) => ({ items: all.slice(offset, offset + limit), total: 10 });
    expect((await read(total, { offset: 4 })).drifts).toEqual([]);
    expect((await read((request) => ({ ...total(request), total: 13 }), { offset: 4 })).drifts).toEqual([
      { operationId: "list", offset: 10, kind: "total", rows: 3 },
    ]);
  });

  test("P06: needs ten rows in the same order to be sure at once", async () => {
    const same = (size: number) =>
      read(() => ({ items: rows(0, size), total: undefined }), { limit: size, most: size });
    expect((await same(10)).asked).toHaveLength(2);
    expect((await same(9)).asked).toEqual(["0+9", "8+9", "17+9"]);
    const { error } = await same(10);
    expect(error).toMatchObject({
      message: "list: the page at offset 9 is one that came before: the server ignores `offset`",
      offset: 9,
      pages: 2,
    });
  });

  test("P06: does not take a page for the one before that only begins alike", async () => {
    const all = rows(0, 40);
    const inserted = [...rows(100, 108), ...all];
    const { error, got } = await read(
      ({ offset, limit }, number) => ({
        items: (number > 1 ? inserted : all).slice(offset, offset + limit),
        total: undefined,
      }),
      { limit: 10, most: 20 },
    );
    expect([error, got]).toEqual([undefined, all]);
  });

  test("P06: a server that answers the same short page for ever cannot be told from one with more", async () => {
    const { error, asked } = await read(() => ({ items: rows(0, 3), total: undefined }));
    expect(error).toMatchObject({ name: "PaginationError", offset: 2 });
    expect(asked).toEqual(["0+4", "3+4", "2+5", "12+5"]);
    const counted = await read(() => ({ items: rows(0, 3), total: 3 }));
    expect([counted.error, counted.got, counted.asked]).toEqual([undefined, rows(0, 3), ["0+4"]]);
  });

  test("P07: says how many pages it may read", async () => {
    const { error } = await read(({ offset, limit }) => ({ items: rows(offset, offset + limit), total: undefined }), {
      maxPages: 2,
    });
    expect(error).toMatchObject({
      name: "PaginationError",
      message: "list: there are more than `maxPages` (2) pages",
      pages: 2,
    });
  });

  test("P03: takes no other error for the end", async () => {
    const details = { operationId: "list", messages: [], causes: [] };
    const answer = { headers: new Headers() };
    for (const error of [
      new NotFoundError("Specified offset is invalid", { ...details, status: 404 }, answer),
      new Error("Specified offset is invalid"),
      new BadRequestError("Something else", { ...details, status: 400 }, answer),
    ]) {
      const failing = await read(({ offset, limit }, number) => {
        if (number > 1) throw error;
        return { items: rows(offset, offset + limit), total: undefined };
      });
      expect(failing.error).toBe(error);
    }
    const end = await read(
      ({ offset, limit }, number) => {
        if (number > 1) throw new BadRequestError("Specified offset is invalid", { ...details, status: 400 }, answer);
        return { items: rows(offset, offset + limit), total: undefined };
      },
      { overlap: false },
    );
    expect([end.error, end.got]).toEqual([undefined, rows(0, 4)]);
  });
});

describe("the order of merged items", () => {
  const order = (sorters: string[], items: object[]) => items.toSorted(compareItems("list", sorters));

  test("is that of numbers and dates, the first sorter first", () => {
    const [a, b, c, d] = [
      { size: 2, at: "2026-01-01" },
      { size: 10, at: "2026-01-01T00:00:00.001Z" },
      { size: 10, at: "2026-01-01T01:00:00+02:00" },
      { size: -1, at: "2026-03-01" },
    ];
    expect(order(["size", "at"], [a, b, c, d])).toEqual([d, a, c, b]);
    expect(order(["-size", "at"], [a, b, c, d])).toEqual([c, b, a, d]);
    expect(order(["at", "-size"], [d, b, a, c])).toEqual([c, a, b, d]);
    expect(order(["-at"], [a, b, c, d])).toEqual([d, b, a, c]);
    expect(order(["size"], [b, c, a])).toEqual([a, b, c]);
  });

  test.each([["7"], ["on 2026-01-01"], [true], [null], [Number.NaN], [{}], ["2026-13-01"]])("is none for %j", (at) => {
    expect(() => order(["at"], [{ at: 1 }, { at }])).toThrow(
      `\`at\` of an item is ${JSON.stringify(at)}: leave out \`sorters\` and order the items yourself`,
    );
  });
});

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
