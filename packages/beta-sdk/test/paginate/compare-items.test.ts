import { describe, expect, test } from "vitest";
import { compareItems } from "../../src/paginate/compare-items.ts";

describe("the order of merged items", () => {
  const order = (sorters: string[], items: object[]) => items.toSorted(compareItems("list", sorters));

  test("is that of numbers and dates, the first sorter first", () => {
    const [a, b, c, d] = [
      { size: 2, at: "2026-01-01" },
      { size: 10, at: "2026-01-01T00:00:00.001Z" },
      { size: 10, at: "2026-01-01T01:00:00+02:00" },
      { size: -1, at: "2026-03-01" },
    ];
    expect(order(["size", "at"], [a, b, c, d])).toEqual([d, a, c, b]);
    expect(order(["-size", "at"], [a, b, c, d])).toEqual([c, b, a, d]);
    expect(order(["at", "-size"], [d, b, a, c])).toEqual([c, a, b, d]);
    expect(order(["-at"], [a, b, c, d])).toEqual([d, b, a, c]);
    expect(order(["size"], [b, c, a])).toEqual([a, b, c]);
  });

  test.each([["7"], ["on 2026-01-01"], [true], [null], [Number.NaN], [{}], ["2026-13-01"]])("is none for %j", (at) => {
    expect(() => order(["at"], [{ at: 1 }, { at }])).toThrow(
      `\`at\` of an item is ${JSON.stringify(at)}: leave out \`sorters\` and order the items yourself`,
    );
  });
});
