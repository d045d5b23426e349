import type { CompareItems } from "./compare-items.ts";
import { mergePages } from "./merge-pages.ts";
import { PageReader, type ReadListener, type ReadPage } from "./page-reader.ts";
import type { PageSource } from "./page-source.ts";
import type { ReadPlan } from "./read-plan.ts";
import { RecentKeys } from "./recent-keys.ts";

type Pages = AsyncGenerator<ReadPage<unknown>, void, void>;

/**
 * The pages of a listing that takes as many queries: one after the other, or merged where they are ordered.
 * @param compare - undefined where there are no sorters
 */
export async function* readQueries(
  sources: readonly PageSource<unknown>[],
  plan: ReadPlan,
  listener: ReadListener,
  compare: CompareItems | undefined,
): Pages {
  const { offset, max, limit } = plan;
  const [only] = sources;
  const all = new RecentKeys();
  // Nothing can match: there is nothing to ask, and the answer is known.
  if (!only) return yield { items: [], total: 0, offset, nextOffset: offset };
  if (sources.length === 1) return yield* new PageReader(only, plan, all, listener).pages();
  // An offset counts over all queries: what is before it has to be read.
  const each = { ...plan, offset: 0, max: offset + max };
  // Of its own rows each has to know the last ones, however many rows of others have come since.
  const readers = sources.map((source) => new PageReader(source, each, new RecentKeys(all), listener).pages());
  let at = 0;
  for await (const found of compare ? mergePages(readers, limit, compare) : inTurn(readers)) {
    const start = Math.max(at, offset);
    const items = found.slice(start - at, offset + max - at);
    at += found.length;
    if (items.length > 0) yield { items, total: undefined, offset: start, nextOffset: start + items.length };
    if (at >= offset + max) return;
  }
}

async function* inTurn(readers: readonly Pages[]): AsyncGenerator<readonly unknown[], void, void> {
  for (const reader of readers) for await (const { items } of reader) yield items;
}
