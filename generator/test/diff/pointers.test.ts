import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inRepository } from "../../src/config/in-repository.ts";
import { diffSpecs } from "../../src/diff/diff-specs.ts";
import { readSide } from "../../src/diff/read-side.ts";
import type { SpecSide } from "../../src/diff/spec-side.ts";
import { fromPointer } from "../../src/spec/json-pointer.ts";
import { findHistory } from "./history/find-history.ts";

const folder = inRepository("generator/test/fixtures/features");
const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };
const read = (spec: string) => readSide({ spec, overlay: undefined, allowRefs: [] }, silent);

function isThere(document: unknown, pointer: string): boolean {
  let node = document;
  for (const token of fromPointer(pointer)) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, token)) return false;
    node = (node as Record<string, unknown>)[token];
  }
  return true;
}

async function lost(old: SpecSide, next: SpecSide): Promise<string[]> {
  const { changes } = await diffSpecs(old, next);
  return changes
    .filter(({ pointer, in: side }) => !isThere(side === "old" ? old.document : next.document, pointer))
    .map(({ id, pointer, in: side }) => `${id}: ${pointer} is not in the ${side} spec`);
}

test("every pointer points at something, whatever two specs are compared", async () => {
  const sides = await Promise.all(readdirSync(folder).map((file) => read(path.join(folder, file))));
  const found: string[] = [];
  for (const [index, side] of sides.entries()) {
    found.push(...(await lost(side, sides[(index * 7 + 3) % sides.length] as SpecSide)));
  }
  expect(found).toEqual([]);
}, 30_000);

const full = findHistory("full");

test.skipIf(full.length === 0)(
  "every pointer points at something, in the whole API as well",
  async () => {
    const [first, last] = [await read(full[0] as string), await read(full.at(-1) as string)];
    expect(await lost(first, last)).toEqual([]);
    expect(await lost(last, first)).toEqual([]);
  },
  60_000,
);
