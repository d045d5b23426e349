import { ApiError } from "../errors/api-error.ts";
import { PaginationError } from "../errors/pagination-error.ts";
import type { DriftEvent, PageEvent } from "../observe/events.ts";
import type { PageSource, RawPage } from "./page-source.ts";
import type { ReadPlan } from "./read-plan.ts";
import { type SortedPage, sortPage } from "./sort-page.ts";

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

/** Full pages in a row without a new row, after which the server is taken to ignore `offset`. */
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
 */
export class PageReader<Item> {
  readonly #fetch: PageSource<Item>;
  readonly #plan: ReadPlan;
  readonly #seen: Set<string>;
  readonly #listener: ReadListener;
  #offset: number;
  #pages = 0;
  #given = 0;
  /** The total as the first page told it. */
  #announced: number | undefined;
  #total: number | undefined;
  /** Whether the page should begin with a known row; then it is one row longer. */
  #overlap = false;
  #steppedBack = false;
  #full = false;
  /** Pages in a row without a new row. */
  #idle = 0;
  /** What the page before looked like. */
  #before: readonly string[] = [];

  /** @param seen - ids that came before; those that come are added */
  constructor(fetch: PageSource<Item>, plan: ReadPlan, seen: Set<string>, listener: ReadListener) {
    this.#fetch = fetch;
    this.#plan = plan;
    this.#seen = seen;
    this.#listener = listener;
    this.#offset = plan.offset;
  }

  /**
   * The pages that have new items, and the first one in any case.
   * @throws {PaginationError} where the server ignores `offset`, or for more than `maxPages`; whatever the source throws
   */
  async *pages(): AsyncGenerator<ReadPage<Item>, void, void> {
    const { most, max, limit: size, maxPages } = this.#plan;
    while (this.#given < max) {
      if (this.#pages >= maxPages) throw this.#failure(`there are more than \`maxPages\` (${maxPages}) pages`);
      const extra = Number(this.#overlap);
      const limit = Math.min(most, size + extra, max - this.#given + extra);
      const rows = await this.#next(limit);
      const page = sortPage(rows, this.#seen);
      if (this.#overlap && !page.anchored && this.#stepBack(limit)) continue;
      this.#full = rows.length >= limit;
      this.#checkProgress(page);
      const items = this.#take(page);
      const offset = this.#offset;
      const end = offset + rows.length;
      if (items.length > 0 || this.#pages === 1) {
        yield { items, total: this.#total, offset, nextOffset: end - page.fresh.length + items.length };
      }
      if (this.#isEnd(page, end, limit)) break;
      this.#goOn(page, end);
    }
    const expected = this.#announced === undefined ? this.#given : Math.max(0, this.#announced - this.#plan.offset);
    if (this.#given < max && this.#given !== expected) this.#drift("total", Math.abs(expected - this.#given));
  }

  async #next(limit: number): Promise<readonly Item[]> {
    const first = this.#pages++ === 0;
    const request = { offset: this.#offset, limit, count: this.#plan.count && first };
    const { items, total } = await this.#fetch(request).catch((error: unknown): RawPage<Item> => {
      if ((this.#full || this.#overlap || this.#idle > 0) && isBeyondEnd(error)) return { items: [], total: undefined };
      throw error;
    });
    if (first) this.#announced = total;
    this.#total = total ?? this.#total;
    return items;
  }

  /** Goes back by a page; false at the start, where everything there is has been read again. */
  #stepBack(limit: number): boolean {
    const { offset: start } = this.#plan;
    if (this.#offset > start) {
      this.#drift("shifted");
      this.#offset = Math.max(start, this.#offset - limit + 1);
      this.#steppedBack = true;
      return true;
    }
    // What moved to before the start cannot be told from what was there all the time.
    if (start > 0) this.#drift("lost");
    return false;
  }

  #checkProgress({ known, fresh, keyed, prints }: SortedPage<Item>): void {
    const before = this.#before;
    const same = before.every((print, at) => print === prints[at]);
    const repeated = known - Number(this.#overlap);
    this.#idle = fresh.length > 0 ? 0 : this.#idle + 1;
    const anew = this.#full && same && before.length >= telling && repeated > 0 && !this.#steppedBack;
    const bare = !keyed && same && before.length > 0 && before.length === prints.length;
    if (anew || bare || (this.#full && this.#idle >= patience)) {
      throw this.#failure(`the page at offset ${this.#offset} is one that came before: the server ignores \`offset\``);
    }
    if (repeated > 0 && !this.#steppedBack) this.#drift("repeated", repeated);
  }

  #take({ fresh, keys }: SortedPage<Item>): readonly Item[] {
    const items = fresh.slice(0, this.#plan.max - this.#given);
    for (const key of keys) this.#seen.add(key);
    this.#given += items.length;
    const { operationId } = this.#plan;
    const [page, offset, total] = [this.#pages, this.#offset, this.#total];
    this.#listener.page({ operationId, page, offset, items: items.length, total });
    return items;
  }

  #isEnd({ prints }: SortedPage<Item>, end: number, limit: number): boolean {
    if (prints.length === 0) return true;
    if (this.#full) return false;
    // What is behind the last window cannot be told from a server that answers the same short page for ever.
    const last = this.#offset + limit >= (this.#total ?? 0);
    const endless = last && this.#idle >= telling && prints.join() === this.#before.join();
    // More items than there are in all make the total a lie, or an old one: then the data decide.
    return end === this.#total || endless;
  }

  #goOn({ keyed, prints }: SortedPage<Item>, end: number): void {
    // Where only the known row came, servers that filter after paging may still have more behind it.
    const exhausted = !this.#full && this.#idle > 0;
    this.#overlap = this.#plan.overlap && keyed && this.#plan.most > 1 && !exhausted;
    this.#offset = end - Number(this.#overlap);
    this.#steppedBack = false;
    this.#before = prints;
  }

  #drift(kind: DriftEvent["kind"], rows?: number): void {
    this.#listener.drift({ operationId: this.#plan.operationId, offset: this.#offset, kind, rows });
  }

  #failure(what: string): PaginationError {
    const { operationId } = this.#plan;
    return new PaginationError(`${operationId}: ${what}`, { operationId, offset: this.#offset, pages: this.#pages });
  }
}

/** Some operations answer 400 instead of an empty page behind the last one. */
function isBeyondEnd(error: unknown): boolean {
  return error instanceof ApiError && error.status === 400 && /specified offset is invalid/i.test(error.message);
}
