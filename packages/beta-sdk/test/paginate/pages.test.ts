import { describe, expect, test } from "vitest";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { overList } from "../support/over-list.ts";
import { ids, TaskList } from "../support/task-list.ts";

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

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
    const { sdk, clock, drifts } = overList(list);
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
      const { sdk, clock, drifts } = overList(list);
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
      const { sdk, clock, drifts } = overList(list);
      expect(idsOf(await clock.settle(sdk.tasks.list({ overlap: false, count }).toArray()))).toEqual(ids(size));
      expect([list.asked, drifts]).toEqual([count ? counted : uncounted, []]);
    }
  });

  test("P01: a small limit gives pages of exactly that many new items", async () => {
    const list = new TaskList(7);
    const { sdk, clock } = overList(list);
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
    const { sdk, clock } = overList(new TaskList(3));
    expect(idsOf(await clock.settle(sdk.tasks.list({ limit: 1 }).toArray()))).toEqual(ids(3));
  });
});

describe("P02: the data decide where the end is", () => {
  test.each(["", "abc", "-1", "1e3", "99999999999999999999"])("P02: a total of %j is no total", async (total) => {
    const list = new TaskList(251);
    const { sdk, clock, drifts } = overList(list, (seen) => {
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
    const { sdk, clock, drifts } = overList(list, (seen) => {
      const answer = list.reply(seen);
      answer.headers.set("x-total-count", String(total));
      return answer;
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(size));
    expect(drifts.map(({ kind, rows }) => [kind, rows])).toEqual([["total", size - total]]);
  });

  test("P02: a total that is too high ends at the empty page, and is reported", async () => {
    const list = new TaskList(5);
    const { sdk, clock, drifts } = overList(list, (seen) => {
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
    const { sdk, clock, drifts } = overList(list);
    const all = sdk.tasks.list({ overlap: false, count: false }).toArray();
    expect(idsOf(await clock.settle(all))).toEqual(ids(500));
    expect([list.asked, drifts]).toEqual([["0+250", "250+250", "500+250"], []]);
  });

  test("P03: is an error on the first page", async () => {
    const list = new TaskList(5);
    list.strict = true;
    const { sdk, clock } = overList(list);
    expect(await caught(clock.settle(sdk.tasks.list({ offset: 5 }).toArray()))).toMatchObject({
      name: "BadRequestError",
    });
  });

  test("P03: is an error after a short page, and with another text", async () => {
    const list = new TaskList(5);
    list.strict = true;
    const { sdk, clock } = overList(list);
    const short = sdk.tasks.list({ overlap: false, count: false }).toArray();
    expect(await caught(clock.settle(short))).toMatchObject({ name: "BadRequestError" });
    const other = overList(new TaskList(500), (seen) =>
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
    const { sdk, clock, drifts } = overList(list, (seen) => {
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
    const { sdk, clock, drifts } = overList(list, (seen) => {
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
  const { sdk, clock } = overList(list, (seen) => (list.asked.length === 2 ? json({}, { status }) : list.reply(seen)));
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
  const { sdk, clock } = overList(list, (seen) =>
    list.asked.length === 1 ? json({}, { status: 500 }) : list.reply(seen),
  );
  const page = await clock.settle(sdk.tasks.list().page());
  expect(await caught(clock.settle(page.next()))).toMatchObject({ status: 500 });
  expect(await caught(clock.settle(page.next()))).toMatchObject({ status: 500 });
});
