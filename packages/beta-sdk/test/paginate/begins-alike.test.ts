import { expect, test } from "vitest";
import { beginsAlike } from "../../src/paginate/begins-alike.ts";

test.each([
  [["a", "b"], ["a", "b", "c"], true],
  [["a", "b", "c"], ["a", "b"], true],
  [["a", "b"], ["a", "c"], false],
  [["a", "b"], ["c", "b"], false],
  [[], [], false],
  [[], ["a"], false],
])("P06: %j begins as %j: %s", (page, other, alike) => {
  expect(beginsAlike(page, other)).toBe(alike);
});
