/** One page of a collection. */
export interface Page<Item> {
  /** The items; rows that came before are left out. */
  readonly items: readonly Item[];
  /** Items in all, as the server said last; undefined where it does not say. */
  readonly total: number | undefined;
  /** Where it began. */
  readonly offset: number;
  /** Where to go on, now or another day: the `offset` of a new listing. */
  readonly nextOffset: number;
  /** The next page; undefined behind the last one. Asked twice, it is fetched once. */
  next(): Promise<Page<Item> | undefined>;
}
