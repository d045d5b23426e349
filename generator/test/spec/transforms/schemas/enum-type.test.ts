import { expect, test } from "vitest";
import type { Json } from "../../../../src/spec/json.ts";
import { enumMembers, enumType } from "../../../../src/spec/transforms/schemas/enum-type.ts";

const members: readonly [given: Json[], type: string | undefined, want: Json[], hasNull: boolean][] = [
  [["a", "b", "a"], "string", ["a", "b"], false],
  [["a", null], "string", ["a"], true],
  [[null], undefined, [], true],
  [[true, 1, "x"], "string", ["true", "1", "x"], false],
  [["1", 2, "", "x"], "integer", [1, 2, "", "x"], false],
  [["true", false], "boolean", [true, false], false],
  [["a", 1, true], undefined, ["a", 1, true], false],
];

test.each(members)("the members of %j under %s", (given, type, values, hasNull) => {
  expect(enumMembers(given, type)).toEqual({ values, hasNull });
});

test("members that are lists or objects make no enum", () => {
  expect(enumMembers(["a", { b: 1 }], undefined)).toBeUndefined();
});

const types: readonly [given: (string | number | boolean)[], open: boolean, nullable: boolean, want: string][] = [
  [["a"], false, false, '"a"'],
  [["a", "b"], false, false, '("a" | "b")'],
  [["a", "b"], true, false, '("a" | "b" | (string & {}))'],
  [["a", 1], true, true, '("a" | 1 | (string & {}) | (number & {}) | null)'],
  [[true, false], true, false, "(true | false)"],
  [[], false, true, "null"],
  [[], false, false, "never"],
  [['"\u2028\\'], false, false, '"\\"\\u2028\\\\"'],
];

test.each(types)("the type of %j (open: %s, nullable: %s)", (given, open, nullable, want) => {
  expect(enumType(given, { open, nullable })).toBe(want);
});
