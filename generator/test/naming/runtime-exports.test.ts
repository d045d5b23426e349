import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inRepository } from "../../src/config/in-repository.ts";
import { RUNTIME_EXPORTS } from "../../src/naming/export-names.ts";

test("no generated name can hide what the entry point of a client exports", () => {
  const entry = readFileSync(inRepository("packages/beta-client/src/index.ts"), "utf8");
  const names = [...entry.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, list = ""]) => list.split(","))
    .map((name) => name.trim().replace(/^type /, ""))
    .filter((name) => name !== "");

  expect(names.toSorted()).toEqual([...RUNTIME_EXPORTS].toSorted());
});
