import { manifest } from "@sailkit/beta-client/manifest";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors/usage-error.ts";
import { parseFilter } from "../../src/filters/parse-filter.ts";
import { splitFilter } from "../../src/filters/split-filter.ts";
import { runs } from "../soak/runs.ts";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { readFilter } from "../support/read-filter.ts";
import { task } from "../support/task.ts";

const every = ["ca", "co", "eq", "ge", "gt", "in", "le", "lt", "ne", "pr", "isnull", "sw"];
const supported = { a: every, b: every, c: every };
const text = (filter: unknown) => splitFilter(parseFilter(filter, supported, "list"));
const one = (filter: unknown) => text(filter)[0] ?? "";

describe("F01: values", () => {
  const value = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.constantFrom('"', "\\", "#", "%", "&", "+", " ", ",", ")", "(", "😀", "%22", '\\"', " or ", "'", "\n", "\0"),
      )
      .map((parts) => parts.join("")),
  );

  test("F01: come back as they were, encoded once", async () => {
    const { sdk, clock, server } = makeSdk(() => json([]), { rateLimit: false });
    await fc.assert(
      fc.asyncProperty(
        value.filter((item) => item.isWellFormed()),
        async (item) => {
          await clock.settle(sdk.tasks.list({ filters: { id: item } }).toArray());
          const raw = server.calls.at(-1)?.url.search ?? "";
          const sent = /[?&]filters=([^&]*)/.exec(raw)?.[1] ?? "";
          expect(readFilter(decodeURIComponent(sent))).toEqual({ field: "id", operator: "eq", values: [item] });
          expect(raw).toMatch(/^[\x21-\x7e]+$/);
          // The URL parser encodes an apostrophe as well.
          expect(encodeURIComponent(decodeURIComponent(sent)).replaceAll("'", "%27")).toBe(sent);
        },
      ),
      { numRuns: Math.min(runs, 2_000) },
    );
  });

  test("F01: come back as they were from any filter, however many", () => {
    fc.assert(
      fc.property(
        fc.array(
          value.filter((item) => item.isWellFormed()),
          { minLength: 1, maxLength: 3 },
        ),
        (values) => {
          const items = [...new Set(values)];
          expect(readFilter(one({ a: { in: values } }))).toEqual({ field: "a", operator: "in", values: items });
        },
      ),
      { numRuns: runs * 10 },
    );
  });

  test("F01: numbers, booleans and dates are written as the API reads them", () => {
    expect(one({ a: 1.5, b: false, c: { gt: new Date(0) } })).toBe(
      'a eq 1.5 and b eq false and c gt "1970-01-01T00:00:00.000Z"',
    );
  });

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    {},
    Symbol("x"),
    1n,
    new Date(Number.NaN),
    "\ud800",
    [1],
    () => {},
  ])("F01: %s is refused", (item) => {
    expect(() => one({ a: { eq: item } })).toThrow(UsageError);
    expect(() => one({ a: { in: [item] } })).toThrow(UsageError);
  });
});

test.each([
  [Number.NaN, "NaN"],
  [null, "null"],
  [{}, "an object"],
  [new Date(Number.NaN), "an invalid date"],
  ["\ud800", "text with half a surrogate pair"],
  [1n, "1"],
  [Symbol("x"), "Symbol(x)"],
])("F01: the error for %s names it", (item, named) => {
  expect(() => one({ a: { eq: item } })).toThrow(`Filter a eq takes text, numbers, booleans and dates, not ${named}`);
});

test("F02: a value that looks like more is one literal", () => {
  expect(one({ a: 'x" or id eq "y' })).toBe('a eq "x\\" or id eq \\"y"');
  expect(one({ a: 'x\\" or id eq "y' })).toBe('a eq "x\\\\\\" or id eq \\"y"');
});

describe("F03: nesting", () => {
  test.each([
    [{ a: 1, b: 2 }, "a eq 1 and b eq 2"],
    [{ a: { gt: 1, lt: 5 } }, "a gt 1 and a lt 5"],
    [{ or: [{ a: 1 }, { b: 2 }] }, "a eq 1 or b eq 2"],
    [{ c: 3, or: [{ a: 1 }, { b: 2 }] }, "c eq 3 and (a eq 1 or b eq 2)"],
    [{ or: [{ a: 1, b: 2 }, { c: 3 }] }, "a eq 1 and b eq 2 or c eq 3"],
    [{ not: { a: 1 } }, "not a eq 1"],
    [{ not: { a: 1, b: 2 } }, "not (a eq 1 and b eq 2)"],
    [{ not: { or: [{ a: 1 }, { b: 2 }] }, c: 3 }, "not (a eq 1 or b eq 2) and c eq 3"],
    [{ not: { not: { a: 1 } } }, "not not a eq 1"],
    [{ and: [{ or: [{ a: 1 }, { b: 2 }] }, { not: { c: { pr: true } } }] }, "(a eq 1 or b eq 2) and not pr c"],
    [{ a: { isnull: true } }, "a isnull"],
    [{ a: { ca: ["x", "y"] } }, 'a ca ("x","y")'],
    [{ a: 1, and: ["b eq 2 or c eq 3"] }, "a eq 1 and (b eq 2 or c eq 3)"],
    [{ not: "a eq 1" }, "not (a eq 1)"],
    ["a eq 1 or b eq 2", "a eq 1 or b eq 2"],
    [" a eq 1 ", "a eq 1"],
    [{ and: undefined, not: undefined, a: 1 }, "a eq 1"],
    [{ not: { a: { isnull: true } } }, "not a isnull"],
    [{ not: { a: { ca: ["x"] } } }, 'not a ca ("x")'],
    [{ or: [{ a: { pr: true } }, { b: { gt: 1 } }] }, "pr a or b gt 1"],
    [{ or: [{ a: 1 }] }, "a eq 1"],
    [{ a: undefined, b: { eq: undefined, gt: 1 } }, "b gt 1"],
    [{ or: [{ a: { in: [] } }, { b: 2 }] }, "b eq 2"],
    [{ a: 1, not: { b: { in: [] } } }, "a eq 1"],
  ])("F03: %j becomes %s", (filter, expected) => {
    expect(text(filter)).toEqual([expected]);
  });

  test.each([[{}], [{ and: [] }], [{ or: [{}, { a: 1 }] }], [""], ["  "], [{ a: { ca: [] } }]])(
    "F03: %j is no filter",
    (filter) => {
      expect(text(filter)).toEqual([undefined]);
    },
  );

  test("F03: whatever is nested is read back as it was meant", () => {
    const leaf = fc.record({
      field: fc.constantFrom("a", "b", "c"),
      operator: fc.constantFrom("eq", "gt", "sw"),
      value: fc.oneof(fc.integer(), fc.string()),
    });
    type Node =
      | { leaf: { field: string; operator: string; value: unknown } }
      | { and: Node[] }
      | { or: Node[] }
      | { not: Node };
    const { node } = fc.letrec<{ node: Node }>((tie) => ({
      node: fc.oneof(
        { depthSize: "medium" },
        leaf.map((of) => ({ leaf: of })),
        fc.array(tie("node"), { minLength: 2, maxLength: 3 }).map((and) => ({ and })),
        fc.array(tie("node"), { minLength: 2, maxLength: 3 }).map((or) => ({ or })),
        tie("node").map((not) => ({ not })),
      ),
    }));
    const filter = (of: Node): object => {
      if ("leaf" in of) return { [of.leaf.field]: { [of.leaf.operator]: of.leaf.value } };
      if ("not" in of) return { not: filter(of.not) };
      return "and" in of ? { and: of.and.map(filter) } : { or: of.or.map(filter) };
    };
    const truth = (of: Node, holds: (key: string) => boolean): boolean => {
      if ("leaf" in of) return holds(JSON.stringify([of.leaf.field, of.leaf.operator, of.leaf.value]));
      if ("not" in of) return !truth(of.not, holds);
      return "and" in of ? of.and.every((part) => truth(part, holds)) : of.or.some((part) => truth(part, holds));
    };
    const read = (tree: ReturnType<typeof readFilter>, holds: (key: string) => boolean): boolean => {
      if ("field" in tree) return holds(JSON.stringify([tree.field, tree.operator, tree.values[0]]));
      if ("not" in tree) return !read(tree.not, holds);
      return "and" in tree ? tree.and.every((part) => read(part, holds)) : tree.or.some((part) => read(part, holds));
    };
    fc.assert(
      fc.property(node, fc.integer(), (of, seed) => {
        const holds = (key: string) =>
          [...key].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, seed) % 2 === 0;
        const [rendered = ""] = text(filter(of));
        expect(read(readFilter(rendered), holds)).toBe(truth(of, holds));
      }),
      { numRuns: runs },
    );
  });
});

describe("F04: what the operation does not support", () => {
  const fields = Object.keys(manifest.getTaskStatusList.filters ?? {}).join(", ");
  test.each([
    [{ shoeSize: "x" }, `getTaskStatusList has no filter "shoeSize": it has ${fields}`],
    [{ id: { sw: "x" } }, 'getTaskStatusList cannot filter id by "sw": it supports eq, in'],
    [{ id: { EQ: "x" } }, 'cannot filter id by "EQ"'],
    [{ constructor: "x" }, 'has no filter "constructor"'],
    [{ id: { toString: "x" } }, 'cannot filter id by "toString"'],
    [JSON.parse('{"__proto__": "x"}'), 'has no filter "__proto__"'],
    [{ and: { id: "x" } }, 'has no filter "and"'],
    [{ shoeSize: [{ id: "x" }] }, 'has no filter "shoeSize"'],
    [{ id: null }, "Filter id eq takes text, numbers, booleans and dates, not null"],
    [{ or: [{ shoeSize: "x" }] }, 'has no filter "shoeSize"'],
    [{ id: { in: "x" } }, "Filter id in takes a list"],
    [null, "are an object or a string, not null"],
    [[{ id: "x" }], "are an object or a string"],
    [7, "are an object or a string, not 7"],
  ])("F04: %j is an error before any request", (filters, message) => {
    const { sdk, server } = makeSdk(() => json([]));
    expect(() => sdk.tasks.list({ filters })).toThrow(UsageError);
    expect(() => sdk.tasks.list({ filters })).toThrow(message);
    expect([server.calls.length, server.tokenCalls.length]).toEqual([0, 0]);
  });

  test("F04: operators without a value take true only", () => {
    expect(() => one({ a: { pr: false } })).toThrow("takes true; for the opposite, put it into `not`");
    expect(() => one({ a: { isnull: "x" } })).toThrow(UsageError);
  });

  test("F04: an operation without filters has none", () => {
    const { sdk } = makeSdk(() => json([]));
    // @ts-expect-error: pending tasks cannot be filtered
    expect(() => sdk.tasks.pending.list({ filters: { id: "x" } })).toThrow("getPendingTasks has no filters");
  });
});

describe("F05: long lists", () => {
  test("F05: `in` with no value is no call, and empty", async () => {
    const { sdk, clock, server } = makeSdk(() => json([task("a")]));
    expect(await clock.settle(sdk.tasks.list({ filters: { id: { in: [] } } }).toArray())).toEqual([]);
    const page = await clock.settle(sdk.tasks.list({ filters: { id: { in: [] }, type: "QUARTZ" } }).page());
    expect([page.items, page.total, await page.next()]).toEqual([[], 0, undefined]);
    expect([server.calls.length, server.tokenCalls.length]).toEqual([0, 0]);
  });

  test("F05: `in` with 1,000 values becomes queries that fit into a URL, and every value is asked for once", async () => {
    const values = Array.from({ length: 1_000 }, (_, at) => `2c9180${String(at).padStart(26, "0")}`);
    const { sdk, clock, server } = makeSdk(
      ({ url }) => {
        const tree = readFilter(url.searchParams.get("filters") ?? "");
        const list = "and" in tree ? tree.and[1] : tree;
        const offset = Number(url.searchParams.get("offset"));
        const limit = Number(url.searchParams.get("limit"));
        const found = list && "values" in list ? list.values.map(String) : [];
        return json(
          found.slice(offset, offset + limit).map((id) => task(id)),
          { headers: { "x-total-count": String(found.length) } },
        );
      },
      { rateLimit: false },
    );
    const all = await clock.settle(sdk.tasks.list({ filters: { type: "QUARTZ", id: { in: values } } }).toArray());
    expect(all.map(({ id }) => id)).toEqual(values);
    expect(server.calls).toHaveLength(11);
    expect(Math.max(...server.calls.map(({ url }) => url.href.length))).toBeLessThan(4_400);
    const some = await clock.settle(sdk.tasks.list({ filters: { id: { in: values } } }).toArray({ max: 150 }));
    expect(some.map(({ id }) => id)).toEqual(values.slice(0, 150));
    const page = await clock.settle(sdk.tasks.list({ filters: { id: { in: values } } }).page());
    expect(page.total).toBeUndefined();
  });

  test("F05: every value of a split filter stands in exactly one query", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 300, size: "max" }), { maxLength: 60, size: "max" }),
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 50 }),
        (long, short) => {
          const queries = text({ a: { in: long }, b: { in: short }, c: { gt: 1 } });
          const asked = queries.map((query) => readFilter(query ?? "") as unknown as { and: { values: unknown[] }[] });
          expect(Math.max(0, ...queries.map((query) => encodeURIComponent(query ?? "").length))).toBeLessThanOrEqual(
            4_000,
          );
          const pairs = asked.flatMap(
            ({ and }) => and[0]?.values.flatMap((a) => and[1]?.values.map((b) => JSON.stringify([a, b])) ?? []) ?? [],
          );
          expect(pairs.toSorted()).toEqual(long.flatMap((a) => short.map((b) => JSON.stringify([a, b]))).toSorted());
        },
      ),
      { numRuns: Math.ceil(runs / 20) },
    );
  });

  test("F05: a filter is split only where it must be, and at its longest list", () => {
    const quoted = (length: number) => "x".repeat(length - encodeURIComponent('a eq ""').length);
    expect(text({ a: quoted(4_000) })).toHaveLength(1);
    expect(() => text({ a: quoted(4_001) })).toThrow(
      "The filter is too long for a URL (4001 characters encoded, at most 4000)",
    );
    const pair = { a: { in: ["x".repeat(3_000), "y".repeat(3_000)] } };
    expect(text(pair)).toEqual([`a in ("${"x".repeat(3_000)}")`, `a in ("${"y".repeat(3_000)}")`]);
    const lists = { a: { in: ["s", "t"] }, b: { in: Array.from({ length: 300 }, (_, at) => `value ${at}`) } };
    const turned = { b: lists.b, a: lists.a };
    for (const filter of [lists, turned]) {
      const queries = text(filter);
      expect(queries.every((query) => query?.includes('a in ("s","t")'))).toBe(true);
      expect(queries).toHaveLength(2);
    }
    expect(() => text({ a: { in: ["x".repeat(5_000)] } })).toThrow(UsageError);
    expect(text({ ...pair, c: 1 })).toHaveLength(2);
  });

  test("F05: repeated values are asked for once", () => {
    expect(text({ a: { in: ["x", "y", "x"] } })).toEqual(['a in ("x","y")']);
  });

  test("F05: what cannot be split without finding items twice is refused", () => {
    const long = Array.from({ length: 1_000 }, (_, at) => `value-${at}`);
    expect(() => text({ not: { a: { in: long } } })).toThrow("too long for a URL");
    expect(() => text({ or: [{ a: { in: long } }, { b: 1 }] })).toThrow("a list below `or` or `not` stays whole");
    expect(() => text({ a: "x".repeat(5_000) })).toThrow(UsageError);
  });

  const many = Array.from({ length: 1_000 }, (_, at) => `2c9180${String((at * 7919) % 1_000).padStart(26, "0")}`);
  /** A server that knows all of `many`, of which every tenth was created at the same moment as the one before. */
  const server = (created: (id: string) => unknown = (id) => new Date(Math.floor(Number(id.slice(-4)) / 2)).toJSON()) =>
    makeSdk(
      ({ url }) => {
        const { searchParams: query } = url;
        const tree = readFilter(query.get("filters") ?? "") as unknown as { values: string[] };
        const found = tree.values.map((id) => ({ ...task(id), created: created(id) }));
        const sorter = query.get("sorters");
        if (sorter) {
          const turn = sorter.startsWith("-") ? -1 : 1;
          found.sort((a, b) => turn * String(a.created).localeCompare(String(b.created)));
        }
        const offset = Number(query.get("offset"));
        const rows = found.slice(offset, offset + Number(query.get("limit")));
        return json(rows, { headers: { "x-total-count": String(found.length) } });
      },
      { rateLimit: false },
    );

  test.each([
    ["created", 1],
    ["-created", -1],
  ] as const)("F05: the items of a split filter come in the order of `%s`", async (sorter, turn) => {
    const { sdk, clock } = server();
    const list = sdk.tasks.list({ filters: { id: { in: many } }, sorters: [sorter] });
    const all = await clock.settle(list.toArray());
    const times = all.map(({ created }) => Date.parse(created));
    expect(times).toEqual(times.toSorted((a, b) => turn * (a - b)));
    expect(all.map(({ id }) => id).toSorted()).toEqual(many.toSorted());
    const pages: [number, number, number, number | undefined][] = [];
    const read = async () => {
      for await (const { items, offset, nextOffset, total } of list.pages())
        pages.push([items.length, offset, nextOffset, total]);
    };
    await clock.settle(read());
    expect(pages).toEqual([250, 500, 750, 1_000].map((end) => [250, end - 250, end, undefined]));
    expect(await clock.settle(list.toArray({ max: 7 }))).toEqual(all.slice(0, 7));
  });

  test.each([undefined, ["created" as const]])(
    "F05: an offset counts over the whole split filter, sorted by %s",
    async (sorters) => {
      const { sdk, clock, server: seen } = server();
      const options = { filters: { id: { in: many } }, ...(sorters && { sorters }) };
      const all = await clock.settle(sdk.tasks.list(options).toArray());
      for (const [offset, max] of [
        [5, 3],
        [240, 20],
        [995, 20],
        [1_000, 5],
        [5, 0],
      ] as const) {
        const some = sdk.tasks.list({ ...options, offset, max });
        expect(await clock.settle(some.toArray())).toEqual(all.slice(offset, offset + max));
      }
      const page = await clock.settle(sdk.tasks.list({ ...options, offset: 130 }).page());
      expect([page.offset, page.items[0], page.nextOffset]).toEqual([130, all[130], 130 + page.items.length]);
      const rest = await clock.settle(sdk.tasks.list({ ...options, offset: page.nextOffset }).toArray());
      expect([...page.items, ...rest]).toEqual(all.slice(130));
      seen.calls.length = 0;
      await clock.settle(sdk.tasks.list({ ...options, max: 0 }).toArray());
      expect(seen.calls).toHaveLength(0);
    },
  );

  test("F05: an order that only the server knows is not guessed at", async () => {
    for (const [created, said] of [
      [() => "Zoë", '"Zoë"'],
      [() => null, "null"],
      [() => undefined, "undefined"],
      [() => "2026-99-99", '"2026-99-99"'],
    ] as const) {
      const { sdk, clock } = server(created);
      const list = sdk.tasks.list({ filters: { id: { in: many } }, sorters: ["created"] });
      expect(await caught(clock.settle(list.toArray()))).toMatchObject({
        name: "PaginationError",
        operationId: "getTaskStatusList",
        message: expect.stringMatching(
          new RegExp(`dates and numbers only, and \`created\` of an item is ${said}: leave out \`sorters\` and order`),
        ),
      });
    }
  });

  test("F05: where nothing is found, there is one empty page", async () => {
    for (const options of [{}, { sorters: ["created"] as const }]) {
      const { sdk, clock } = makeSdk(() => json([]), { rateLimit: false });
      const page = await clock.settle(sdk.tasks.list({ filters: { id: { in: many } }, ...options }).page());
      expect([page.items, page.total, page.offset, await clock.settle(page.next())]).toEqual([
        [],
        undefined,
        0,
        undefined,
      ]);
    }
  });
});
