import { checkNumber } from "../config/check-number.ts";
import type { Page } from "./page.ts";
import type { ReadPage } from "./page-reader.ts";

/** A collection being read. */
interface Reader<Item> {
  readonly pages: AsyncGenerator<ReadPage<Item>, void, void>;
  /** Ends whatever is under way. */
  stop(): void;
}

/** Starts to read, `max` items at most; fetches ahead only where the reader will be stopped. */
export type OpenReader<Item> = (max: number, ahead: boolean) => Reader<Item>;

/**
 * Items of a collection, page after page. Nothing is sent before the first one is asked for, and every way of reading
 * starts anew.
 *
 * Rows come once, even when others come and go meanwhile: of the last 10,000, the sdk knows the ids, whatever the length of
 * the collection, so that its memory does not grow. An error on any page is thrown: what has come so far is never
 * passed off as all.
 *
 * @example
 * for await (const task of sdk.tasks.list()) console.log(task.uniqueName);
 */
export class Collection<Item> implements AsyncIterable<Item> {
  readonly #open: OpenReader<Item>;
  readonly #signal: AbortSignal | null | undefined;

  /** @internal Made by `sdk.paginate` and the methods named `list`. */
  constructor(open: OpenReader<Item>, signal?: AbortSignal | null) {
    this.#open = open;
    this.#signal = signal;
  }

  /** Item after item. */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, void> {
    return this.#items(Number.POSITIVE_INFINITY);
  }

  /**
   * Page after page.
   * @example
   * for await (const { items, total } of sdk.tasks.list({ limit: 50 }).pages()) console.log(items.length, total);
   */
  pages(): AsyncGenerator<Page<Item>, void, void> {
    return this.#pages(Number.POSITIVE_INFINITY);
  }

  /**
   * The first page. Nothing is fetched ahead.
   * @example
   * const page = await sdk.tasks.list({ limit: 50 }).page();
   * const second = await page.next();
   */
  async page(): Promise<Page<Item>> {
    const first = await advance(this.#open(Number.POSITIVE_INFINITY, false));
    return first ?? { items: [], total: undefined, offset: 0, nextOffset: 0, next: async () => undefined };
  }

  /**
   * All items, or the first `max`.
   * @example
   * const newest = await sdk.tasks.list({ sorters: ["-created"] }).toArray({ max: 10 });
   */
  async toArray({ max = Number.POSITIVE_INFINITY }: { readonly max?: number } = {}): Promise<Item[]> {
    checkNumber("max", max, 0, max !== Number.POSITIVE_INFINITY);
    const all: Item[] = [];
    for await (const item of this.#items(max)) all.push(item);
    return all;
  }

  /** The first item; undefined where there is none. */
  async first(): Promise<Item | undefined> {
    return (await this.toArray({ max: 1 }))[0];
  }

  async *#items(max: number): AsyncGenerator<Item, void, void> {
    for await (const { items } of this.#pages(max)) {
      for (const item of items) {
        this.#signal?.throwIfAborted();
        yield item;
      }
    }
  }

  async *#pages(max: number): AsyncGenerator<Page<Item>, void, void> {
    const reader = this.#open(max, true);
    try {
      for (let page = await advance(reader); page; page = await page.next()) yield page;
    } finally {
      reader.stop();
    }
  }
}

/** The next page of a reader, which knows its own next one: however often it is asked, it is fetched once. */
async function advance<Item>(reader: Reader<Item>): Promise<Page<Item> | undefined> {
  const { value } = await reader.pages.next();
  if (!value) return undefined;
  let next: Promise<Page<Item> | undefined> | undefined;
  return {
    ...value,
    next() {
      next ??= advance(reader);
      return next;
    },
  };
}
