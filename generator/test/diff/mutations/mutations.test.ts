import fc from "fast-check";
import { expect, test } from "vitest";
import { diffSpecs } from "../../../src/diff/diff-specs.ts";
import type { JsonObject } from "../../../src/spec/json.ts";
import { writeConsumer } from "../history/write-consumer.ts";
import { sideOf } from "../side-of.ts";
import { BASE_SPEC } from "./base-spec.ts";
import { compileBatch, RUNTIME_TYPES } from "./compile-batch.ts";
import { declarePackage } from "./declare-package.ts";
import { MUTATIONS, type Pick } from "./mutations.ts";

/** Mutations of each kind. Each is diffed, and compiled with the consumer of what it started from. */
const EACH = Number(process.env.SAILKIT_MUTATIONS ?? 3);

/** What types say of these is true, but needs code that tells the members of a union apart, or sends what is read-only. */
const HARD_TO_USE = new Set(["addEnum", "sameAllOf", "toggleReadOnly"]);

const base = sideOf(BASE_SPEC);
const consumer = writeConsumer(base)
  .lines.join("\n")
  .replaceAll('"./src/index.ts"', '"./index.ts"')
  .replaceAll("./src/generated/operations/", "./");

test("a mutation that breaks the code of a consumer is major, and one that does neither that nor breaks the wire is not", async () => {
  const cases = await mutated();
  const unchanged = {
    name: "nothing",
    diff: await diffSpecs(base, base),
    files: await declarePackage(base, RUNTIME_TYPES),
  };
  const all = [unchanged, ...cases];
  const errors = compileBatch(all.map(({ files }) => ({ files, consumer })));
  expect(errors[0]).toEqual([]);
  expect(unchanged.diff).toMatchObject({ bump: "none", changes: [] });
  const wrong = all.flatMap(({ name, diff }, index) => {
    const broken = errors[index] ?? [];
    const major = diff.changes.filter(({ level }) => level === "major");
    const byTypes = major.length > 0 && major.every(({ lens }) => lens === "types");
    const said = `${name}: ${diff.bump}: ${diff.changes.map(({ id, message }) => `${id} ${message}`).join("; ")}`;
    if (broken.length > 0 && diff.bump !== "major") return [`${said}, but ${broken[0]}`];
    if (byTypes && broken.length === 0 && !HARD_TO_USE.has(name)) return [`${said}, but the consumer compiles`];
    if (name.startsWith("same") && (major.some(({ lens }) => lens !== "types") || (diff.bump !== "none" && !byTypes)))
      return [said];
    return [];
  });
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(EACH * 30);
}, 120_000);

async function mutated() {
  const chances = fc.sample(fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), { seed: 6, numRuns: EACH * 100 });
  const cases = [];
  for (const [name, mutate] of Object.entries(MUTATIONS)) {
    for (let round = 0; round < EACH; round += 1) {
      const chance = chances.pop() ?? [];
      const pick: Pick = (list) => list?.[(chance.pop() ?? 0) % list.length];
      const spec = structuredClone(BASE_SPEC) as JsonObject;
      if (!mutate(spec, pick)) continue;
      const next = sideOf(spec);
      cases.push({ name, diff: await diffSpecs(base, next), files: await declarePackage(next, RUNTIME_TYPES) });
    }
  }
  return cases;
}
