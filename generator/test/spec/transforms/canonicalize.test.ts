import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/spec/json.ts";
import { canonicalize } from "../../../src/spec/transforms/canonicalize.ts";

test("keys come in code-unit order at every depth, lists stay as they are", () => {
  const given = { b: [{ z: 1, a: 2 }, "x"], a: null, é: 1, B: 2 };
  expect(JSON.stringify(canonicalize(given))).toBe('{"B":2,"a":null,"b":[{"a":2,"z":1},"x"],"é":1}');
  expect(given.b).toEqual([{ z: 1, a: 2 }, "x"]);
});

test("parts in order are shared, and prototype keys stay data", () => {
  const inner = { a: 1, b: 2 };
  const given = JSON.parse('{"z":1,"__proto__":{"x":1}}') as JsonObject;
  given.inner = inner;
  const result = canonicalize(given);
  expect(result.inner).toBe(inner);
  expect(Object.keys(result)).toEqual(["__proto__", "inner", "z"]);
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
});
