import { expect, test } from "vitest";
import { equal } from "../src/suite/equal.ts";

test("data that is deeply equal passes, whatever the order of its keys", () => {
  expect(() => equal({ a: 1, b: [{ c: null, d: undefined }] }, { b: [{ d: undefined, c: null }], a: 1 })).not.toThrow();
});

test.each([
  ["a value", { a: 1 }, { a: 2 }, 'got {"a":1} instead of {"a":2}'],
  ["a key", { a: undefined }, {}, 'got {"a":"(undefined)"} instead of {}'],
  ["an order", [1, 2], [2, 1], "got [1,2] instead of [2,1]"],
  ["a type", "1", 1, 'got "1" instead of 1'],
])("%s that differs is shown on both sides", (_, actual, expected, message) => {
  expect(() => equal(actual, expected)).toThrow(message);
});
