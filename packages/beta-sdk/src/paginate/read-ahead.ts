import { itemKey } from "./item-key.ts";
import type { PageRequest, PageSource, RawPage } from "./page-source.ts";
import type { ReadPlan } from "./read-plan.ts";

/**
 * Fetches the pages that will probably be asked for next while the present one is worked on. What turns out not to be
 * asked for is thrown away.
 */
export function readAhead<Item>(fetch: PageSource<Item>, plan: ReadPlan): PageSource<Item> {
  const coming = new Map<string, Promise<RawPage<Item>>>();
  const nameOf = ({ offset, limit }: PageRequest) => `${offset}+${limit}`;
  return async (request) => {
    const ready = coming.get(nameOf(request));
    const page = await (ready ?? fetch(request));
    const { items, total = Number.POSITIVE_INFINITY } = page;
    const overlap = Number(plan.overlap && plan.most > 1 && items.every((item) => itemKey(item) !== undefined));
    const limit = Math.min(plan.most, plan.limit + overlap);
    const expected: PageRequest[] = [];
    let offset = request.offset + request.limit - overlap;
    while (items.length === request.limit && expected.length < plan.readAhead) {
      if (offset >= total || offset - plan.offset >= plan.max) break;
      expected.push({ offset, limit, count: false });
      offset += limit - overlap;
    }
    const names = expected.map(nameOf);
    for (const name of coming.keys()) if (!names.includes(name)) coming.delete(name);
    for (const next of expected) {
      if (coming.has(nameOf(next))) continue;
      const promise = fetch(next);
      // Whoever asks for it hears of the error; if nobody does, nobody needs to.
      promise.catch(() => {});
      coming.set(nameOf(next), promise);
    }
    return page;
  };
}
