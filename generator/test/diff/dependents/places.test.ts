import { expect, test } from "vitest";
import { sourceOf } from "../../../src/diff/dependents/source-of.ts";
import { turnRound } from "../../../src/diff/dependents/turn-round.ts";
import { writePlace } from "../../../src/diff/dependents/write-place.ts";

test.each([
  [["prototype", "list", "(options)", "filters", "id"], "list(options).filters.id"],
  [["prototype", "pending", "list", "()", "toArray", "()", "[]"], "pending.list().toArray()[]"],
  [["messages", "[]", "text"], "messages[].text"],
  [["attributes", "{}"], "attributes{}"],
  [["()", "name"], "name"],
  [["__@asyncIterator@12", "()"], "[Symbol.asyncIterator]()"],
  [["(__0)", "cause"], "(…).cause"],
  [[], ""],
])("%j is written %j", (path, place) => {
  expect(writePlace(path)).toBe(place);
});

test.each([
  ["is gone", "is new"],
  ["is required", "may be left out"],
  ["may be null", "is never null any more"],
  ["may no longer be null", "may be null"],
  ['no longer takes "a", "b"', 'takes "a", "b" as well'],
  ["may also be string", "is no longer string"],
  ["is no longer 200", "may also be 200"],
  ["was A, is B", "was B, is A"],
  ["something else", "takes or promises more"],
])("%j going back is %j going forward", (back, forward) => {
  expect(turnRound(back)).toBe(forward);
});

const MANIFEST = {
  exports: {
    ".": { types: "./dist/index.d.ts" },
    "./manifest": { types: "./dist/generated/manifest.d.ts" },
    "./*": { types: "./dist/generated/operations/*.d.ts" },
    "./package.json": "./package.json",
  },
};

test.each([
  [".", "src/index.ts"],
  ["./manifest", "src/generated/manifest.ts"],
  ["./tasks", "src/generated/operations/tasks.ts"],
])("the subpath %j is made of %j", (subpath, file) => {
  expect(sourceOf(MANIFEST, subpath, { out: "dist", root: "src" })).toBe(file);
});

test("a subpath without types, or of another folder, is made of nothing we know", () => {
  expect(sourceOf(MANIFEST, "./package.json", { out: "dist", root: "src" })).toBeUndefined();
  expect(sourceOf({ exports: { ".": "./index.js" } }, ".", { out: "dist", root: "src" })).toBeUndefined();
  expect(
    sourceOf({ exports: { ".": { types: "./types/index.d.ts" } } }, ".", { out: "dist", root: "src" }),
  ).toBeUndefined();
  expect(sourceOf({}, ".", { out: "dist", root: "src" })).toBeUndefined();
});
