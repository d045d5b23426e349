/** Hands out names that are unique in one namespace, the same ones for the same requests in the same order. */
export class NameAllocator {
  readonly #taken = new Set<string>();
  readonly #fold: (name: string) => string;
  /** By base, the number to try next: names are never given back, so lower ones stay taken. */
  readonly #next = new Map<string, number>();

  /** `caseInsensitive` for names that become file names. */
  constructor(options: { reserved?: Iterable<string>; caseInsensitive?: boolean } = {}) {
    this.#fold = options.caseInsensitive ? (name) => name.toLowerCase() : (name) => name;
    for (const name of options.reserved ?? []) this.#taken.add(this.#fold(name));
  }

  /** Whether `name` is still free. */
  isFree(name: string): boolean {
    return !this.#taken.has(this.#fold(name));
  }

  /** The first free one of `candidates`, else the last one numbered from 2: `user2`, `user3`. */
  allocate(...candidates: [string, ...string[]]): string {
    const free = candidates.find((name) => this.isFree(name)) ?? this.#numbered(candidates.at(-1) ?? candidates[0]);
    this.#taken.add(this.#fold(free));
    return free;
  }

  #numbered(base: string): string {
    let number = this.#next.get(base) ?? 2;
    while (!this.isFree(`${base}${number}`)) number += 1;
    this.#next.set(base, number + 1);
    return `${base}${number}`;
  }
}
