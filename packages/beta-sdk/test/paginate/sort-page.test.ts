import { describe, expect, test } from "vitest";
import { itemKey } from "../../src/paginate/item-key.ts";
import { sortPage } from "../../src/paginate/sort-page.ts";

describe("keys", () => {
  test.each([
    [{ id: "a" }, "string:a"],
    [{ id: 7 }, "number:7"],
    [{ id: "7" }, "string:7"],
    [{ id: null }, undefined],
    [{ id: true }, undefined],
    [{}, undefined],
    ["a", undefined],
    [null, undefined],
    [undefined, undefined],
  ])("of %j is %j", (item, key) => {
    expect(itemKey(item)).toBe(key);
  });

  test("tell what is new, what is known, and whether a page begins with what is known", () => {
    const items = [{ id: "a" }, { id: "b" }, { id: "b" }, { id: "c" }];
    expect(sortPage(items, new Set(["string:a"]))).toEqual({
      fresh: [{ id: "b" }, { id: "c" }],
      keys: ["string:b", "string:c"],
      known: 2,
      anchored: true,
      keyed: true,
      prints: ["string:a", "string:b", "string:b", "string:c"],
    });
    const mixed = [{ id: "a" }, { name: "x" }, { name: "x" }];
    expect(sortPage(mixed, new Set(["", "string:b"]))).toEqual({
      fresh: mixed,
      keys: ["string:a"],
      known: 0,
      anchored: false,
      keyed: false,
      prints: ["string:a", '{"name":"x"}', '{"name":"x"}'],
    });
    expect(sortPage([], new Set([""])).keyed).toBe(true);
    expect(sortPage([{ name: "x" }], new Set(["undefined", "Stryker was here!"])).anchored).toBe(false);
  });
});
