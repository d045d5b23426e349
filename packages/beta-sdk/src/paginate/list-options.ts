import type { CallSettings } from "../call/call-settings.ts";

/** How a collection is read. Its `signal`, `timeout`, `attemptTimeout` and `retry` hold for every page. */
export interface ListOptions extends CallSettings {
  /**
   * Items of one page: 1 to what the operation allows, mostly 250.
   * @default the greatest allowed
   * @example
   * sdk.tasks.list({ limit: 50 });
   */
  readonly limit?: number | undefined;
  /**
   * Items to skip: where to go on, `nextOffset` of the last page read.
   * @default 0
   * @example
   * sdk.tasks.list({ offset: page.nextOffset });
   */
  readonly offset?: number | undefined;
  /**
   * Items to give in all.
   * @default Infinity
   * @example
   * sdk.tasks.list({ max: 1_000 });
   */
  readonly max?: number | undefined;
  /**
   * Whether to ask the server how many items there are, on the first page. It costs the server a count, and spares a
   * request at the end of most listings.
   * @default true, where the operation supports it
   * @example
   * sdk.tasks.list({ count: false });
   */
  readonly count?: boolean | undefined;
  /**
   * Pages to fetch ahead while you work on one.
   * @default 0
   * @example
   * sdk.tasks.list({ readAhead: 2 });
   */
  readonly readAhead?: number | undefined;
  /**
   * Pages after which reading stops with a {@link PaginationError}, lest a server that never ends keep you for ever.
   * @default 10000
   * @example
   * sdk.tasks.list({ maxPages: 100 });
   */
  readonly maxPages?: number | undefined;
  /**
   * Whether each page begins with the last row of the one before, so that rows which move while you read are noticed: a
   * page that does not is read again from further ahead. False: pages do not overlap, and the total of the first page is
   * taken at its word, which takes the fewest requests: 500 items come in 2 instead of 3. Rows that move may be missed.
   * @default true, where items have an `id`
   * @example
   * sdk.tasks.list({ overlap: false }); // rows that never move
   */
  readonly overlap?: boolean | undefined;
}
