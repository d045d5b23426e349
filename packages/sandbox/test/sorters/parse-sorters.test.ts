import { describe, expect, test } from "vitest";
import { parseSorters } from "../../src/sorters/parse-sorters.ts";
import { SorterError } from "../../src/sorters/sorter-error.ts";

test("sorters are names with commas between them, and a minus for descending", () => {
  expect(parseSorters("created", ["created"])).toEqual([{ field: "created", descending: false }]);
  expect(parseSorters("-created, name", ["created", "name"])).toEqual([
    { field: "created", descending: true },
    { field: "name", descending: false },
  ]);
});

describe("what is refused", () => {
  test.each([
    ["", "A sorter is empty"],
    ["created,", "A sorter is empty"],
    ["-", "A sorter is empty"],
    ["id", "The field id cannot be sorted by; these can: created"],
    ["--created", "The field -created cannot be sorted by; these can: created"],
    ["Created", "The field Created cannot be sorted by; these can: created"],
    ["created,-created", "The field created is sorted by twice"],
  ])('"%s"', (sorters, message) => {
    expect(() => parseSorters(sorters, ["created"])).toThrow(new SorterError(message));
  });
});
