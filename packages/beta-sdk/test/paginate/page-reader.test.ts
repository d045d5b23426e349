import { describe, expect, test } from "vitest";
import { BadRequestError } from "../../src/errors/bad-request-error.ts";
import { NotFoundError } from "../../src/errors/not-found-error.ts";
import type { DriftEvent, PageEvent } from "../../src/observe/events.ts";
import { PageReader } from "../../src/paginate/page-reader.ts";
import type { PageRequest, RawPage } from "../../src/paginate/page-source.ts";
import type { ReadPlan } from "../../src/paginate/read-plan.ts";
import { RecentKeys } from "../../src/paginate/recent-keys.ts";
import { PLAN } from "../support/plan.ts";
import { ids } from "../support/task-list.ts";

const rows = (from: number, to: number) => ids(to - from, from).map((id) => ({ id }));

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
    const reader = new PageReader(source, { ...PLAN, ...changes }, new RecentKeys(), listener);
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
