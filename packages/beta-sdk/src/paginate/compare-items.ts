import { PaginationError } from "../errors/pagination-error.ts";

/** Says which of two items comes first: below zero for the first. */
export type CompareItems = (one: unknown, other: unknown) => number;

/**
 * Orders items as the server does for these sorters. Only dates and numbers have one order wherever they are ordered;
 * that of text depends on the server's language, and that of nothing on its database.
 * @param sorters - checked ones, of which there is at least one
 */
export function compareItems(operationId: string, sorters: readonly string[]): CompareItems {
  const rank = (item: unknown, field: string): number => {
    const value = (item as Record<string, unknown>)[field];
    const number = /^\d{4}-\d\d-\d\d/.test(String(value)) ? Date.parse(String(value)) : value;
    if (Number.isFinite(number)) return number as number;
    throw new PaginationError(
      `${operationId}: the filter takes several queries, whose items can be merged by dates and numbers only, and \`${field}\` of an item is ${JSON.stringify(value)}: leave out \`sorters\` and order the items yourself, or ask for fewer values at a time`,
      { operationId, offset: 0, pages: 0 },
    );
  };
  return (one, other) => {
    for (const sorter of sorters) {
      const field = sorter.replace("-", "");
      const difference = rank(one, field) - rank(other, field);
      if (difference !== 0) return sorter === field ? difference : -difference;
    }
    return 0;
  };
}
