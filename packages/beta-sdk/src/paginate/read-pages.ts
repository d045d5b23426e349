import { ApiError } from "../errors/api-error.ts";
import { PaginationError } from "../errors/pagination-error.ts";
import type { DriftEvent, PageEvent } from "../observe/events.ts";
import type { PageSource, RawPage } from "./page-source.ts";
import type { ReadPlan } from "./read-plan.ts";
import { sortPage } from "./sort-page.ts";

/** New items, where they stood and where to go on. */
export interface ReadPage<Item> {
  readonly items: readonly Item[];
  readonly total: number | undefined;
  readonly offset: number;
  readonly nextOffset: number;
}

/** Is told what happens while pages are read. */
export interface ReadListener {
  page(event: PageEvent): void;
  drift(event: DriftEvent): void;
}

/** Pages in a row without a new row, after which the server is taken to ignore `offset`. */
const patience = 3;
/** Rows in the same order, or pages, that have to come again to be no accident. */
const telling = 10;

/**
 * Reads a collection page by page, without losing or repeating a row even when rows come and go meanwhile.
 *
 * Each page but the first begins with the last row of the one before. Where it does not begin with a row that is known,
 * rows before it went away, and others moved to where they are not looked for any more: then reading steps back until
 * it meets what it knows. A short page is not the end, since servers filter after paging. The end is an empty page, or a
 * short page that reaches the total exactly. A full page is never the end.
 *
 * @param seen - ids that came before; those that come are added
 * @throws {PaginationError} where the server ignores `offset`, or for more than `maxPages`; whatever `fetch` throws
 */
export async function* readPages<Item>(
  fetch: PageSource<Item>,
  plan: ReadPlan,
  seen: Set<string>,
  listener: ReadListener,
): AsyncGenerator<ReadPage<Item>, void, void> {
  const { operationId, max } = plan;
  let { offset } = plan;
  let announced: number | undefined;
  let total: number | undefined;
  let given = 0;
  /** Whether the page should begin with a known row; then it is one row longer. */
  let overlap = false;
  let steppedBack = false;
  let full = false;
  let idle = 0;
  let before: readonly string[] = [];
  const drift = (kind: DriftEvent["kind"], rows?: number) => listener.drift({ operationId, offset, kind, rows });

  for (let pages = 1; given < max; pages++) {
    const fail = (message: string) =>
      new PaginationError(`${operationId}: ${message}`, { operationId, offset, pages: pages - 1 });
    if (pages > plan.maxPages) throw fail(`there are more than \`maxPages\` (${plan.maxPages}) pages`);
    const limit = Math.min(plan.most, plan.limit + Number(overlap), max - given + Number(overlap));
    const request = { offset, limit, count: plan.count && pages === 1 };
    const answer = await fetch(request).catch((error: unknown): RawPage<Item> => {
      if ((full || overlap || idle > 0) && isBeyondEnd(error)) return { items: [], total };
      throw error;
    });
    const page = sortPage(answer.items, seen);
    const length = answer.items.length;
    if (pages === 1) announced = answer.total;
    total = answer.total ?? total;

    if (overlap && !page.anchored) {
      if (offset > plan.offset) {
        drift("shifted");
        offset = Math.max(plan.offset, offset - limit + 1);
        steppedBack = true;
        continue;
      }
      // All there is has been read again; only what moved to before the start cannot be found.
      if (plan.offset > 0) drift("lost");
    }
    full = length >= limit;
    const repeated = page.known - Number(overlap);
    if (!steppedBack && repeated > 0) {
      const again = full && before.length >= telling && before.every((print, at) => print === page.prints[at]);
      if (again) throw fail(`the page at offset ${offset} is the one before: the server ignores \`offset\``);
      drift("repeated", repeated);
    }
    idle = page.fresh.length > 0 ? 0 : idle + 1;
    if (full && idle >= patience) throw fail(`nothing new came in ${idle} full pages: the server ignores \`offset\``);

    const items = page.fresh.slice(0, max - given);
    const end = offset + length;
    for (const key of page.keys) seen.add(key);
    given += items.length;
    listener.page({ operationId, page: pages, offset, items: items.length, total });
    if (items.length > 0 || pages === 1) {
      yield { items, total, offset, nextOffset: end - page.fresh.length + items.length };
    }

    // More items than there are in all make the total a lie, or an old one: then the data decide.
    const reached = end === total;
    const same = page.prints.join() === before.join();
    if (same && !page.keyed && length > 0)
      throw fail(`the page at offset ${offset} is the one before: the server ignores \`offset\``);
    const overlaps = plan.overlap && page.keyed && plan.most > 1;
    const exhausted = !full && idle > 0;
    // What is behind the last window cannot be told from a server that answers the same short page for ever.
    const over = same && idle >= telling && offset + limit >= (total ?? 0);
    if (length === 0 || (!full && (reached || over))) break;
    // Where only the known row came, servers that filter after paging may still have more behind it.
    overlap = overlaps && !exhausted;
    offset = end - Number(overlap);
    steppedBack = false;
    before = page.prints;
  }
  const expected = announced === undefined ? given : Math.max(0, announced - plan.offset);
  if (given < max && given !== expected) drift("total", Math.abs(expected - given));
}

/** Some operations answer 400 instead of an empty page behind the last one. */
function isBeyondEnd(error: unknown): boolean {
  return error instanceof ApiError && error.status === 400 && /specified offset is invalid/i.test(error.message);
}
