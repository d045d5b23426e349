import fc from "fast-check";
import { expect, test } from "vitest";
import { sortItems } from "../../src/sorters/sort-items.ts";

interface Item {
  readonly at: number;
  readonly a: number | null;
  readonly b: string | null;
}

const items = fc.array(fc.record({ a: fc.constantFrom(1, 2, null), b: fc.constantFrom("x", "y", null) }), {
  maxLength: 30,
});

test("items are ordered by one field after another, are stable, and those without a value come last", () => {
  fc.assert(
    fc.property(items, fc.boolean(), fc.boolean(), (drawn, first, second) => {
      const given: Item[] = drawn.map((item, at) => ({ ...item, at }));
      const sorters = [
        { field: "a", descending: first },
        { field: "b", descending: second },
      ];
      const sorted = sortItems(given, sorters, (item, field) => item[field as "a" | "b"]);
      expect(sorted).toHaveLength(given.length);
      for (const [index, item] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next === undefined) continue;
        const byA = rank(item.a, first) - rank(next.a, first);
        const byB = rank(item.b, second) - rank(next.b, second);
        expect(byA || byB || item.at - next.at).toBeLessThan(0);
      }
    }),
  );
});

function rank(value: number | string | null, descending: boolean): number {
  if (value === null) return 9;
  const place = value === 1 || value === "x" ? 1 : 2;
  return descending ? -place : place;
}
