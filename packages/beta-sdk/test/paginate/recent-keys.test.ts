import { expect, test } from "vitest";
import { compareItems } from "../../src/paginate/compare-items.ts";
import type { PageSource } from "../../src/paginate/page-source.ts";
import type { ReadPlan } from "../../src/paginate/read-plan.ts";
import { readQueries } from "../../src/paginate/read-queries.ts";
import { RecentKeys } from "../../src/paginate/recent-keys.ts";
import { PLAN } from "../support/plan.ts";

const plan: ReadPlan = { ...PLAN, operationId: "rows", limit: 250, most: 250, readAhead: 0, maxPages: 10_000 };

interface Row {
  readonly id: string;
  readonly created: number;
}

const source =
  (rows: readonly Row[]): PageSource<unknown> =>
  async ({ offset, limit, count }) => ({
    items: rows.slice(offset, offset + limit),
    total: count ? rows.length : undefined,
  });

test("the last 10,000 keys are known, and those 20,000 back are forgotten", () => {
  const keys = new RecentKeys();
  for (let at = 0; at < 55_000; at++) {
    keys.add(`${at}`);
    if (at >= 10_000 && at % 1_000 === 0)
      expect([at, keys.has(`${at - 9_999}`), keys.has(`${at}`)]).toEqual([at, true, true]);
    if (at >= 20_000 && at % 1_000 === 0) expect([at, keys.has(`${at - 20_000}`)]).toEqual([at, false]);
  }
});

test("P05 a row that comes again among the last 10,000 is dropped, and told as drift", async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => ({ id: `r${at}`, created: at }));
  const drifts: unknown[] = [];
  let given: readonly Row[] = rows;
  const got: string[] = [];
  const fetch: PageSource<unknown> = async (request) => {
    // The row at 19,000 moves to where reading will get only later.
    if (request.offset > 25_000) given = rows.toSpliced(28_000, 0, rows[19_000] as Row).toSpliced(19_000, 1);
    return source(given)(request);
  };
  const listener = { page: () => {}, drift: (event: unknown) => drifts.push(event) };
  for await (const { items } of readQueries([fetch], plan, listener, undefined))
    for (const item of items) got.push((item as Row).id);
  expect([got.length, new Set(got).size]).toEqual([30_000, 30_000]);
  expect(drifts).toContainEqual(expect.objectContaining({ kind: "repeated", rows: 1 }));
});

test("a query whose next page is asked for 25,000 rows of another one later goes on where it was", async () => {
  const early = Array.from({ length: 400 }, (_, at) => ({ id: `a${at}`, created: at < 249 ? 0 : 1_000_000 + at }));
  const many = Array.from({ length: 25_000 }, (_, at) => ({ id: `b${at}`, created: 1 + at }));
  const drifts: unknown[] = [];
  const listener = { page: () => {}, drift: (event: unknown) => drifts.push(event) };
  const got: Row[] = [];
  const compare = compareItems("rows", ["created"]);
  for await (const { items } of readQueries([source(early), source(many)], plan, listener, compare))
    got.push(...(items as Row[]));
  expect(got).toEqual([...early, ...many].toSorted((one, other) => one.created - other.created));
  expect(drifts).toEqual([]);
});
