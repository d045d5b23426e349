import { expect, test } from "vitest";
import { fuzzSpecs } from "./fuzz-specs.ts";

const RUNS = Number(process.env.SAILKIT_FUZZ_RUNS ?? 300);

/** Always the same mutants, so that a failure stays until it is mended; `fuzz.ts` tries others. */
const SEED = 20_261_124;

test("H21 a mutated spec is refused, or becomes code of allowed nodes only that compiles under strict", async () => {
  const { accepted, refused, failures } = await fuzzSpecs({ runs: RUNS, seed: SEED, throughTool: 80 });
  expect(failures).toEqual([]);
  expect(accepted + refused).toBe(RUNS);
  // Otherwise it tries nothing.
  expect(Math.min(accepted, refused)).toBeGreaterThan(RUNS / 10);
}, 3_600_000);
