import fc from "fast-check";
import { JSONPatch } from "json-p3";
import { describe, expect, test } from "vitest";
import { applyPatch } from "../../src/patch/apply-patch.ts";
import { parsePatch } from "../../src/patch/parse-patch.ts";
import { PatchError } from "../../src/patch/patch-error.ts";

const patch = (document: unknown, operations: unknown) => applyPatch(document, parsePatch(operations));

describe("the examples of RFC 6902, appendix A", () => {
  test.each([
    ["A.1", { foo: "bar" }, [{ op: "add", path: "/baz", value: "qux" }], { foo: "bar", baz: "qux" }],
    ["A.2", { foo: ["bar", "baz"] }, [{ op: "add", path: "/foo/1", value: "qux" }], { foo: ["bar", "qux", "baz"] }],
    ["A.3", { baz: "qux", foo: "bar" }, [{ op: "remove", path: "/baz" }], { foo: "bar" }],
    ["A.4", { foo: ["bar", "qux", "baz"] }, [{ op: "remove", path: "/foo/1" }], { foo: ["bar", "baz"] }],
    ["A.5", { baz: "qux", foo: "bar" }, [{ op: "replace", path: "/baz", value: "boo" }], { baz: "boo", foo: "bar" }],
    [
      "A.6",
      { foo: { bar: "baz", waldo: "fred" }, qux: { corge: "grault" } },
      [{ op: "move", from: "/foo/waldo", path: "/qux/thud" }],
      { foo: { bar: "baz" }, qux: { corge: "grault", thud: "fred" } },
    ],
    [
      "A.7",
      { foo: ["all", "grass", "cows", "eat"] },
      [{ op: "move", from: "/foo/1", path: "/foo/3" }],
      { foo: ["all", "cows", "eat", "grass"] },
    ],
    [
      "A.8",
      { baz: "qux", foo: ["a", 2, "c"] },
      [
        { op: "test", path: "/baz", value: "qux" },
        { op: "test", path: "/foo/1", value: 2 },
      ],
      { baz: "qux", foo: ["a", 2, "c"] },
    ],
    [
      "A.10",
      { foo: "bar" },
      [{ op: "add", path: "/child", value: { grandchild: {} } }],
      { foo: "bar", child: { grandchild: {} } },
    ],
    ["A.11", { foo: "bar" }, [{ op: "add", path: "/baz", value: "qux", xyz: 123 }], { foo: "bar", baz: "qux" }],
    ["A.14", { "/": 9, "~1": 10 }, [{ op: "test", path: "/~01", value: 10 }], { "/": 9, "~1": 10 }],
    [
      "A.16",
      { foo: ["bar"] },
      [{ op: "add", path: "/foo/-", value: ["abc", "def"] }],
      { foo: ["bar", ["abc", "def"]] },
    ],
  ])("%s", (_, document, operations, expected) => {
    expect(patch(document, operations)).toEqual(expected);
  });

  test.each([
    ["A.9", { baz: "qux" }, [{ op: "test", path: "/baz", value: "bar" }], "The test of /baz fails"],
    ["A.12", { foo: "bar" }, [{ op: "add", path: "/baz/bat", value: "qux" }], "There is nothing at /baz"],
    ["A.15", { "/": 9, "~1": 10 }, [{ op: "test", path: "/~01", value: "10" }], "The test of /~01 fails"],
  ])("%s fails", (_, document, operations, message) => {
    expect(() => patch(document, operations)).toThrow(new PatchError(message));
  });
});

describe("what cannot be applied", () => {
  test.each([
    [{ a: 1 }, { op: "remove", path: "/b" }, "There is nothing at /b"],
    [{ a: 1 }, { op: "replace", path: "/b", value: 1 }, "There is nothing at /b"],
    [{ a: [1] }, { op: "add", path: "/a/2", value: 1 }, "There is nothing at /a/2"],
    [{ a: [1] }, { op: "remove", path: "/a/-" }, "There is nothing at /a/-"],
    [{ a: [1] }, { op: "replace", path: "/a/01", value: 1 }, "There is nothing at /a/01"],
    [{ a: [1] }, { op: "test", path: "/a/1", value: 1 }, "There is nothing at /a/1"],
    [{ a: { b: 1 } }, { op: "move", from: "/a", path: "/a/b" }, "/a cannot be moved into itself"],
    [{ a: 1 }, { op: "copy", from: "/b", path: "/a" }, "There is nothing at /b"],
    [{ a: 1 }, { op: "test", path: "/constructor", value: 1 }, "There is nothing at /constructor"],
    [1, { op: "add", path: "/a", value: 1 }, "There is nothing at /a"],
    [{ a: [1, 2] }, { op: "test", path: "/a", value: { 0: 1, 1: 2 } }, "The test of /a fails"],
  ])("%j %j", (document, operation, message) => {
    expect(() => patch(document, [operation])).toThrow(new PatchError(message));
  });
});

describe("what is no patch", () => {
  test.each([
    [{}, "A JSON Patch is an array of operations"],
    [[1], "Operation 0: This is no object"],
    [[null], "Operation 0: This is no object"],
    [[[]], "Operation 0: This is no object"],
    [[{ op: "test", path: "/a", value: 1 }, { path: "/a" }], "Operation 1: op must be a string"],
    [[{ op: "remove" }], "Operation 0: path must be a string"],
    [[{ op: "remove", path: 1 }], "Operation 0: path must be a string"],
    [[{ op: "delete", path: "/a" }], 'Operation 0: "delete" is not one of add, remove, replace, move, copy, test'],
    [[{ op: "add", path: "/a" }], "Operation 0: add needs a value"],
    [[{ op: "move", path: "/a" }], "Operation 0: from must be a string"],
    [[{ op: "remove", path: "/a", from: null }], "Operation 0: from must be a string"],
    [[{ op: "remove", path: "a" }], 'Operation 0: The pointer "a" does not begin with /'],
    [[{ op: "remove", path: "/a~2" }], 'Operation 0: The pointer "/a~2" has a ~ that is neither ~0 nor ~1'],
  ])("%j", (operations, message) => {
    expect(() => parsePatch(operations)).toThrow(new PatchError(message));
  });
});

test("the given document and the values of the patch stay as they are", () => {
  const document = { a: { b: [1] } };
  const value = { c: [1] };
  const patched = patch(document, [
    { op: "add", path: "/a/d", value },
    { op: "add", path: "/a/d/c/-", value: 2 },
    { op: "remove", path: "/a/b/0" },
  ]);
  expect(patched).toEqual({ a: { b: [], d: { c: [1, 2] } } });
  expect(document).toEqual({ a: { b: [1] } });
  expect(value).toEqual({ c: [1] });
});

test("the whole document can be replaced and tested", () => {
  expect(patch({ a: 1 }, [{ op: "replace", path: "", value: [1] }])).toEqual([1]);
  expect(patch({ a: 1, b: 2 }, [{ op: "test", path: "", value: { b: 2, a: 1 } }])).toEqual({ a: 1, b: 2 });
});

test("a member named __proto__ is a member", () => {
  const patched = patch({}, [{ op: "add", path: "/__proto__", value: { polluted: true } }]);
  expect(Object.getPrototypeOf(patched)).toBe(Object.prototype);
  expect(JSON.stringify(patched)).toBe('{"__proto__":{"polluted":true}}');
  expect("polluted" in {}).toBe(false);
});

const path = fc.constantFrom("", "/a", "/b", "/a/0", "/a/1", "/a/-", "/b/c", "/b/c/0", "/b/d", "/x");
const value = fc.constantFrom<unknown[]>(null, 1, "t", [1], { c: [1, 2] }, { d: null });
const operation = fc.oneof(
  fc.record({ op: fc.constantFrom("add", "replace", "test"), path, value }),
  fc.record({ op: fc.constant("remove"), path: path.filter((pointer) => pointer !== "") }),
  fc.record({ op: fc.constantFrom("move", "copy"), path, from: path }),
);

test("an independent implementation comes to the same result, or refuses as well", () => {
  let applied = 0;
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 3 }), (operations) => {
      const document = { a: [1, "t"], b: { c: [1], d: null } };
      const theirs = attempt(() => applyTheirs(document, operations));
      const ours = attempt(() => patch(document, operations));
      if (isContested(operations)) return;
      expect(ours).toEqual(theirs);
      if (ours !== "refused") applied++;
    }),
    { numRuns: 2_000 },
  );
  expect(applied).toBeGreaterThan(300);
});

/** Moves and copies of a place onto or into itself, which the other implementation gets wrong. */
function isContested(operations: readonly { op: string; path: string; from?: string }[]): boolean {
  return operations.some(({ path: to, from }) => from !== undefined && `${to}/`.startsWith(`${from}/`));
}

/** One operation at a time, on fresh values: the other implementation lets copies share what they copied. */
function applyTheirs(document: unknown, operations: readonly unknown[]): unknown {
  return operations.reduce(
    (patched, one) => fresh(new JSONPatch([fresh(one)] as never).apply(patched as never)),
    fresh(document),
  );
}

/** A copy in which nothing is shared. `structuredClone` would keep what is. */
function fresh(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    return "refused";
  }
}
