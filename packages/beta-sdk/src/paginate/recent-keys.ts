/** Keys that are remembered at least. */
const kept = 10_000;

/**
 * The keys of the rows that came last: at least 10,000 of them, at most twice as many, so that reading takes the same memory
 * however long a collection is. Rows that move while it is read come again close to where they were.
 */
export class RecentKeys {
  #newer = new Set<string>();
  #older = new Set<string>();
  readonly #all: RecentKeys | undefined;

  /** @param all - keys of this listing and of others that are read as one: known here, and told of what comes */
  constructor(all?: RecentKeys) {
    this.#all = all;
  }

  /** Whether a row of this key came lately. */
  has(key: string): boolean {
    return this.#newer.has(key) || this.#older.has(key) || this.#all?.has(key) === true;
  }

  /** Remembers a key. */
  add(key: string): void {
    this.#all?.add(key);
    this.#newer.add(key);
    if (this.#newer.size < kept) return;
    this.#older = this.#newer;
    this.#newer = new Set();
  }
}
