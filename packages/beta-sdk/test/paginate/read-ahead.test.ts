import { describe, expect, test } from "vitest";
import type { PageRequest, RawPage } from "../../src/paginate/page-source.ts";
import { readAhead } from "../../src/paginate/read-ahead.ts";
import type { ReadPlan } from "../../src/paginate/read-plan.ts";
import { PLAN } from "../support/plan.ts";
import { ids } from "../support/task-list.ts";

const rows = (from: number, to: number) => ids(to - from, from).map((id) => ({ id }));

describe("reading ahead", () => {
  const over = (total: number | undefined, changes: Partial<ReadPlan> = {}, all: object[] = rows(0, 100)) => {
    const asked: string[] = [];
    const source = readAhead(
      async ({ offset, limit, count }: PageRequest): Promise<RawPage<object>> => {
        asked.push(`${offset}+${limit}${count ? "#" : ""}`);
        return { items: all.slice(offset, offset + limit), total };
      },
      { ...PLAN, ...changes },
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
