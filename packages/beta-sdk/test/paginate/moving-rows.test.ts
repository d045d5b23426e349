import fc from "fast-check";
import { expect, test } from "vitest";
import type { DriftEvent } from "../../src/observe/events.ts";
import { PageReader } from "../../src/paginate/page-reader.ts";
import type { PageSource } from "../../src/paginate/page-source.ts";
import type { ReadPlan } from "../../src/paginate/read-plan.ts";
import { RecentKeys } from "../../src/paginate/recent-keys.ts";
import { runs } from "../soak/runs.ts";
import { PLAN } from "../support/plan.ts";

interface Row {
  readonly id: string;
}

const plan: ReadPlan = { ...PLAN, operationId: "rows", limit: 10, most: 250, readAhead: 0, maxPages: 1_000 };

/** What happens to the rows between two requests: some go away, others come, at any place. */
const change = fc.record({
  remove: fc.array(fc.nat(), { maxLength: 12 }),
  insert: fc.array(fc.nat(), { maxLength: 4 }),
});

test("P05: whatever comes and goes while pages are read, no row is lost and none comes twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(120),
      fc.integer({ min: 2, max: 20 }),
      fc.array(change, { maxLength: 10 }),
      fc.boolean(),
      async (size, limit, changes, counts) => {
        let rows: readonly Row[] = numbered("r", size);
        const lasting = new Set(rows.map(({ id }) => id));
        let coming = 0;
        let requests = 0;
        const fetch: PageSource<Row> = async ({ offset, limit: asked, count }) => {
          const now = changes[requests++];
          const answer = {
            items: rows.slice(offset, offset + asked),
            total: counts && count ? rows.length : undefined,
          };
          for (const at of now?.remove ?? []) {
            const gone = rows[at % Math.max(1, rows.length)];
            rows = rows.filter((row) => row !== gone);
            lasting.delete(gone?.id ?? "");
          }
          for (const at of now?.insert ?? []) rows = rows.toSpliced(at % (rows.length + 1), 0, { id: `n${coming++}` });
          return answer;
        };
        const got = await read(fetch, { ...plan, limit });
        expect(new Set(got).size).toBe(got.length);
        expect([...lasting].filter((id) => !got.includes(id))).toEqual([]);
      },
    ),
    { numRuns: runs },
  );
});

test("P11: whatever pages are cut short, rows come whole and in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(120),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.nat(25), { maxLength: 60 }),
      fc.boolean(),
      fc.boolean(),
      async (size, limit, cuts, counts, strict) => {
        const rows = numbered("r", size);
        let requests = 0;
        const fetch: PageSource<Row> = async ({ offset, limit: asked, count }) => {
          const length = Math.max(1, asked - (cuts[requests++] ?? 0));
          return { items: rows.slice(offset, offset + length), total: counts && count ? size : undefined };
        };
        expect(await read(fetch, { ...plan, limit, overlap: strict })).toEqual(rows.map(({ id }) => id));
      },
    ),
    { numRuns: runs },
  );
});

test("P05: what moves to before the start of a resumed listing is reported", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(100),
      fc.nat(60),
      fc.integer({ min: 2, max: 9 }),
      fc.nat(90),
      async (size, offset, limit, cut) => {
        let rows = numbered("r", size);
        const wanted = rows.slice(offset).map(({ id }) => id);
        const drifts: DriftEvent["kind"][] = [];
        const fetch: PageSource<Row> = async ({ offset: at, limit: asked }) => {
          const items = rows.slice(at, at + asked);
          if (rows.length === size) rows = rows.slice(cut);
          return { items, total: undefined };
        };
        const got = await read(fetch, { ...plan, limit, offset }, (kind) => drifts.push(kind));
        const lasting = new Set(rows.map(({ id }) => id));
        const lost = wanted.filter((id) => lasting.has(id) && !got.includes(id));
        if (lost.length > 0) expect(drifts).toContain("lost");
      },
    ),
    { numRuns: runs },
  );
});

const numbered = (name: string, size: number): Row[] =>
  Array.from({ length: size }, (_, at) => ({ id: `${name}${at}` }));

async function read(fetch: PageSource<Row>, how: ReadPlan, drift: (kind: DriftEvent["kind"]) => void = () => {}) {
  const listener = { page: () => {}, drift: ({ kind }: DriftEvent) => drift(kind) };
  const got: string[] = [];
  for await (const { items } of new PageReader(fetch, how, new RecentKeys(), listener).pages())
    got.push(...items.map(({ id }) => id));
  return got;
}
