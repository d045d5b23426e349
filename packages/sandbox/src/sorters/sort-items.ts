import type { Sorter } from "./sorter.ts";

/**
 * A sorted copy of `items`, whose fields `read` gives. Items that are alike in every field keep their order; a field
 * without a value comes last, ascending or descending.
 */
export function sortItems<T>(
  items: readonly T[],
  sorters: readonly Sorter[],
  read: (item: T, field: string) => string | number | null | undefined,
): T[] {
  return items.toSorted((a, b) => {
    for (const { field, descending } of sorters) {
      const [x, y] = [read(a, field) ?? undefined, read(b, field) ?? undefined];
      if (x === y) continue;
      if (x === undefined) return 1;
      if (y === undefined) return -1;
      return x < y !== descending ? -1 : 1;
    }
    return 0;
  });
}
