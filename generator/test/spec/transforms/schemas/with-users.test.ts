import { expect, test } from "vitest";
import { withUsers } from "../../../../src/spec/transforms/schemas/with-users.ts";

const edges = (graph: Record<string, string[]>) => Object.entries(graph);

test("users of users are found, through circles and through themselves", () => {
  const graph = edges({ a: ["b"], b: ["c", "c"], c: ["a"], d: ["d", "b"], e: ["f"], f: [] });
  expect([...withUsers(["c"], graph)].sort()).toEqual(["a", "b", "c", "d"]);
  expect([...withUsers(["f"], graph)].sort()).toEqual(["e", "f"]);
});

test("what nobody uses stands alone, even where it is no user itself", () => {
  expect([...withUsers(["x"], edges({ a: ["b"] }))]).toEqual(["x"]);
  expect([...withUsers([], edges({ a: ["b"] }))]).toEqual([]);
});

test("a chain of a hundred thousand costs no stack", () => {
  const graph = Array.from({ length: 100_000 }, (_, index) => [`${index}`, [`${index + 1}`]] as const);
  expect(withUsers(["100000"], graph).size).toBe(100_001);
});
