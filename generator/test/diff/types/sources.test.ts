import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { inRepository } from "../../../src/config/in-repository.ts";
import { readSide } from "../../../src/diff/read-side.ts";
import { compileSources } from "../../../src/diff/types/compile-sources.ts";
import { findScope } from "../../../src/diff/types/find-scope.ts";
import { planUnits } from "../../../src/diff/types/plan-units.ts";
import { preparedOperations } from "../../../src/diff/types/prepared-operations.ts";
import { writeSources } from "../../../src/diff/types/write-sources.ts";
import { componentSchemas } from "../../../src/spec/transforms/schemas/schema-usage.ts";

const folder = inRepository("generator/test/fixtures/features");
const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };

/** Compiles everything of a spec as if all of it had changed, or none of its schemas. */
async function errorsOf(file: string, all: boolean): Promise<readonly string[]> {
  const side = await readSide({ spec: path.join(folder, file), overlay: undefined, allowRefs: [] }, silent);
  const schemas = componentSchemas(side.prepared.types);
  const { changed } = findScope(side.prepared.types, side.prepared.types);
  const others = Object.entries(schemas).filter(([key]) => !changed.has(key));
  const scope = {
    changed: all ? new Set(Object.keys(schemas)) : changed,
    operations: new Set(preparedOperations(side.prepared.types).keys()),
    shared: all ? {} : Object.fromEntries(others),
  };
  const units = planUnits(side, side, scope);
  return compileSources(ts, await writeSources(side, side, scope, units)).errors();
}

test.each(readdirSync(folder))("the types of %s are all known to the compiler", async (file) => {
  expect(await errorsOf(file, true)).toEqual([]);
  expect(await errorsOf(file, false)).toEqual([]);
});
