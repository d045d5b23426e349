import type { CompareItems } from "./compare-items.ts";
import type { ReadPage } from "./page-reader.ts";

interface Source {
  readonly pages: AsyncGenerator<ReadPage<unknown>, void, void>;
  items: readonly unknown[];
}

/** The items of several ordered listings in the order of one, `limit` at a time. */
export async function* mergePages(
  listings: readonly AsyncGenerator<ReadPage<unknown>, void, void>[],
  limit: number,
  compare: CompareItems,
): AsyncGenerator<readonly unknown[], void, void> {
  let sources: readonly Source[] = listings.map((pages) => ({ pages, items: [] }));
  let items: unknown[] = [];
  for (;;) {
    await Promise.all(sources.map(fill));
    sources = sources.filter((source) => source.items.length > 0);
    const next = sources.toSorted((one, other) => compare(one.items[0], other.items[0]))[0];
    if (!next) return yield items;
    items.push(next.items[0]);
    next.items = next.items.slice(1);
    if (items.length < limit) continue;
    yield items;
    items = [];
  }
}

/** Gets pages until there is an item. */
async function fill(source: Source): Promise<void> {
  while (source.items.length === 0) {
    const { value } = await source.pages.next();
    if (!value) return;
    source.items = value.items;
  }
}
