import { itemKey } from "./item-key.ts";
import type { RecentKeys } from "./recent-keys.ts";

/** A page, compared with what came before. */
export interface SortedPage<Item> {
  /** Items that had not come yet. */
  readonly fresh: readonly Item[];
  /** Ids of the fresh ones. */
  readonly keys: readonly string[];
  /** How many items had come before. */
  readonly known: number;
  /** Whether the first item had. */
  readonly anchored: boolean;
  /** Whether every item has an id. */
  readonly keyed: boolean;
  /** What tells one page from another. */
  readonly prints: readonly string[];
}

/** Tells new items from those that came before, by their ids. Items without one count as new. */
export function sortPage<Item>(items: readonly Item[], seen: Pick<RecentKeys, "has">): SortedPage<Item> {
  const all = items.map(itemKey);
  const here = new Set<string>();
  const fresh = items.filter((_, at) => {
    const key = all[at];
    if (key === undefined) return true;
    const old = seen.has(key) || here.has(key);
    if (!old) here.add(key);
    return !old;
  });
  const keyed = !all.includes(undefined);
  return {
    fresh,
    keys: [...here],
    known: items.length - fresh.length,
    anchored: seen.has(all[0] ?? ""),
    keyed,
    prints: all.map((key, at) => key ?? JSON.stringify(items[at])),
  };
}
