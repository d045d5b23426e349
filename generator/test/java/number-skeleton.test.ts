import { expect, it } from "vitest";
import { numberSkeleton } from "../../src/java/number-skeleton.ts";

const operation = (operationId: string, ...tags: string[]) => ({ operationId, tags, "x-sailkit-operation": { a: 1 } });

it("replaces names by ids in the order of the document, declared tags first", () => {
  const skeleton = {
    openapi: "3.0.3",
    tags: [{ name: "unused" }, { name: "b", "x-sailkit-tag": { title: "B" } }],
    paths: {
      "/z": { get: operation("delete", "a"), parameters: [], post: operation("GetCap", "b", "c") },
      "/a": { "x-own": { get: "data" }, head: operation("same", "a") },
    },
    "x-sailkit-models": [{ name: "M" }],
    "x-other": true,
  };
  expect(numberSkeleton(skeleton)).toEqual({
    document: {
      openapi: "3.0.3",
      tags: [{ name: "unused" }, { name: "maaaaa", "x-sailkit-tag": { title: "B" } }],
      paths: {
        "/z": { get: operation("oaaaaa", "maaaab"), parameters: [], post: operation("oaaaab", "maaaaa", "maaaac") },
        "/a": { "x-own": { get: "data" }, head: operation("oaaaac", "maaaab") },
      },
      "x-sailkit-models": [{ name: "M" }],
      "x-other": true,
      "x-sailkit-root": true,
    },
    tags: new Map([
      ["maaaaa", "b"],
      ["maaaab", "a"],
      ["maaaac", "c"],
    ]),
  });
});

it("keeps the order beyond 26 tags", () => {
  const paths = Object.fromEntries(
    Array.from({ length: 800 }, (_, index) => [`/${index}`, { get: operation("x", `t-${index}`) }]),
  );
  const ids = [...numberSkeleton({ paths }).tags.keys()];
  expect(new Set(ids).size).toBe(800);
  expect(ids.toSorted()).toEqual(ids);
});

it("refuses an operation without a tag", () => {
  expect(() => numberSkeleton({ paths: { "/a": { get: { operationId: "x" } } } })).toThrow("GET /a has no tag");
});
