import { PaginationError } from "../errors/pagination-error.ts";
import type { DriftEvent, PageEvent } from "../observe/events.ts";
import { beginsAlike } from "./begins-alike.ts";
import { nothingBeyond } from "./nothing-beyond.ts";
import type { PageSource, RawPage } from "./page-source.ts";
import type { ReadPlan } from "./read-plan.ts";
import type { RecentKeys } from "./recent-keys.ts";
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

/** Rows that have to come again in the same order to be no accident. */
const telling = 10;

/**
 * Reads a collection page by page, without losing or repeating a row even when rows come and go meanwhile.
 *
 * Each page but the first begins with the last row of the one before. Where it does not begin with a row that is known,
 * rows before it went away, and others moved to where they are not looked for any more: then reading steps back until
 * it meets what it knows. A short page is not the end, since servers filter after paging. The end is an empty page, or a
 * short page that reaches the total exactly. A full page is not, even where it reaches the total: a row that came in
 * between pushes the last one behind it. Only where rows are known to stay in their places, and pages do not overlap
 * therefore, the total is taken at its word.
 */
export class PageReader<Item> {
  readonly #fetch: PageSource<Item>;
  readonly #plan: ReadPlan;
  readonly #seen: RecentKeys;
  readonly #listener: ReadListener;
  #offset: number;
  #pages = 0;
  #given = 0;
  /** The total as the first page told it. */
  #announced: number | undefined;
  #total: number | undefined;
  /** Whether the page should begin with a known row; then it is one row longer. */
  #overlap = false;
  /** Whether the page should be empty, since the one before was short and no total promises more. */
  #probe = false;
  /** Whether an offset behind all that is known was refused. */
  #refused = false;
  /** Whether the page does not overlap, since one that did brought nothing but the known row. */
  #blind = false;
  /** Whether short pages are nothing special here. */
  #shortPages = false;
  #steppedBack = false;
  #full = false;
  /** Pages in a row without a new row. */
  #idle = 0;
  /** What the page before looked like, and where it was. */
  #before: readonly string[] = [];
  #offsetBefore = -1;

  /** @param seen - keys that came before; those that come are added */
  constructor(fetch: PageSource<Item>, plan: ReadPlan, seen: RecentKeys, listener: ReadListener) {
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
      if (this.#probe && this.#lookCloser(rows)) continue;
      const page = sortPage(rows, this.#seen);
      const blind = this.#blind && page.fresh.length > 0;
      if ((this.#overlap ? !page.anchored : blind && (await this.#missedOne())) && this.#stepBack(limit)) continue;
      this.#full = rows.length >= limit;
      this.#idle = page.fresh.length > 0 ? 0 : this.#idle + 1;
      await this.#checkProgress(page, limit);
      const items = this.#take(page);
      const offset = this.#offset;
      const end = offset + rows.length;
      if (items.length > 0 || this.#pages === 1) {
        yield { items, total: this.#total, offset, nextOffset: end - page.fresh.length + items.length };
      }
      if (this.#isEnd(page, end)) break;
      this.#goOn(page, end);
    }
    const expected = this.#announced === undefined ? this.#given : Math.max(0, this.#announced - this.#plan.offset);
    if (this.#given < max && this.#given !== expected) this.#drift("total", Math.abs(expected - this.#given));
  }

  async #next(limit: number): Promise<readonly Item[]> {
    const first = this.#pages++ === 0;
    const request = { offset: this.#offset, limit, count: this.#plan.count && first };
    const { items, total } = await this.#fetch(request).catch((error: unknown): RawPage<Item> => {
      const nothing = nothingBeyond<Item>(error);
      // After a short page it is the end only where a second look at its last row finds nothing behind that either.
      if (this.#probe) this.#refused = true;
      else if (!this.#full && this.#idle === 0 && (!this.#overlap || this.#refused)) throw error;
      return nothing;
    });
    if (first) this.#announced = total;
    this.#total = total ?? this.#total;
    return items;
  }

  /** Whether the row before the page is one that has not come yet. */
  async #missedOne(): Promise<boolean> {
    return sortPage(await this.#look(this.#offset - 1, 1), this.#seen).fresh.length > 0;
  }

  /** Looks again, with the row before, where there is something behind a short page. */
  #lookCloser(rows: readonly Item[]): boolean {
    this.#probe = false;
    this.#shortPages = rows.length > 0;
    this.#overlap = this.#shortPages || this.#refused;
    this.#offset -= Number(this.#overlap);
    return this.#overlap;
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

  /** A page that begins as the one before did is a sign; a full one of so many rows, or a look far ahead, is a proof. */
  async #checkProgress({ known, prints }: SortedPage<Item>, limit: number): Promise<void> {
    if (this.#steppedBack) return;
    if (this.#offset !== this.#offsetBefore && beginsAlike(prints, this.#before)) {
      const far = this.#offset + this.#plan.most;
      // Windows of a server that filters after paging begin alike as well, and are short.
      const sure = this.#full && this.#before.length >= telling;
      if (sure || beginsAlike(sortPage(await this.#look(far, limit), this.#seen).prints, prints))
        throw this.#failure(
          `the page at offset ${this.#offset} is one that came before: the server ignores \`offset\``,
        );
    }
    const repeated = known - Number(this.#overlap);
    if (repeated > 0) this.#drift("repeated", repeated);
  }

  async #look(offset: number, limit: number): Promise<readonly Item[]> {
    const page = this.#fetch({ offset, limit, count: false });
    return (await page.catch((error: unknown) => nothingBeyond<Item>(error))).items;
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

  #isEnd({ prints }: SortedPage<Item>, end: number): boolean {
    if (prints.length === 0) return true;
    if (this.#full) return !this.#plan.overlap && end === this.#total;
    // More items than there are in all make the total a lie, or an old one: then the data decide.
    // A server that cuts pages short may have cut this one, and rows that came in meanwhile make up for those behind it.
    return (end === this.#total && !this.#shortPages) || (this.#refused && this.#idle > 0);
  }

  #goOn({ keyed, prints }: SortedPage<Item>, end: number): void {
    // Where only the known row came, servers that filter after paging may still have more behind it.
    const exhausted = !this.#full && this.#idle > 0;
    const able = this.#plan.overlap && keyed && this.#plan.most > 1 && !exhausted;
    const more = this.#full || this.#shortPages || end < (this.#total ?? 0);
    this.#overlap = able && more;
    this.#blind = exhausted && this.#plan.overlap && keyed;
    this.#probe = able && !more;
    this.#shortPages ||= !this.#full && more;
    this.#refused = false;
    this.#offsetBefore = this.#offset;
    this.#before = prints;
    this.#offset = end - Number(this.#overlap);
    this.#steppedBack = false;
  }

  #drift(kind: DriftEvent["kind"], rows?: number): void {
    this.#listener.drift({ operationId: this.#plan.operationId, offset: this.#offset, kind, rows });
  }

  #failure(what: string): PaginationError {
    const { operationId } = this.#plan;
    return new PaginationError(`${operationId}: ${what}`, { operationId, offset: this.#offset, pages: this.#pages });
  }
}
