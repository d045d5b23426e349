import { getPendingTasks } from "@sailkit/beta-client";
import { describe, expect, test } from "vitest";
import { PaginationError } from "../../src/errors/pagination-error.ts";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { overList } from "../support/over-list.ts";
import { ids, TaskList } from "../support/task-list.ts";

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe("P05: rows that come and go meanwhile", () => {
  const changing = (size: number, change: (rows: string[]) => string[], options = {}) => {
    const list = new TaskList(size);
    const { sdk, clock, drifts } = overList(list, (seen) => {
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
    const twice = overList(list);
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
    const { sdk, clock } = overList(list, (seen) => {
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
    const { sdk, clock } = overList(list, (seen) => {
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
      const { sdk, clock, drifts } = overList(list, (seen) => {
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
    const { sdk, clock } = overList(list, (seen) => {
      if (Number(seen.url.searchParams.get("offset")) > 250) return json({}, { status: 403 });
      seen.url.searchParams.set("offset", "0");
      return list.reply(seen);
    });
    expect(await caught(clock.settle(sdk.tasks.list({ limit: 3 }).toArray()))).toMatchObject({ status: 403 });
  });
});

describe("P11: short pages in the middle", () => {
  test.each([true, false])("P11: are not the end, whether the total is known (%s) or not", async (counts) => {
    const list = new TaskList(700);
    list.counts = counts;
    const { sdk, clock } = overList(list, (seen) => {
      const short = list.asked.length === 1 || list.asked.length === 2;
      if (short) seen.url.searchParams.set("limit", "7");
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(700));
  });

  test("P11: a server that allows fewer than it is asked for loses no row", async () => {
    const list = new TaskList(950);
    list.counts = false;
    const { sdk, clock } = overList(list, (seen) => {
      seen.url.searchParams.set("limit", String(Math.min(100, Number(seen.url.searchParams.get("limit")))));
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(950));
  });

  test("P11: a page with only the known row is not the end where the total promises more", async () => {
    const list = new TaskList(300);
    const { sdk, clock } = overList(list, (seen) => {
      if (list.asked.length === 1) seen.url.searchParams.set("limit", "1");
      return list.reply(seen);
    });
    expect(idsOf(await clock.settle(sdk.tasks.list().toArray()))).toEqual(ids(300));
    // One look says that nothing moved before it; and where one page was cut, the last one may have been as well.
    expect(list.asked).toEqual(["0+250#", "249+1", "250+250", "249+1", "299+250", "300+250"]);
  });

  test("P11: rows that went away behind a page with only the known row hide none of those that moved", async () => {
    const list = new TaskList(300);
    const { sdk, clock, drifts } = overList(list, (seen) => {
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
    const { sdk, clock, drifts } = overList(list, (seen) => {
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
