import { parseArgs } from "node:util";
import { fuzzSpecs } from "./fuzz-specs.ts";

/*
 * Mutates specs by the thousand.
 *
 *     node generator/test/hostile/fuzz.ts [--runs 10000] [--seed N]
 *
 * Prints each mutant that was neither refused nor became a sound package. Exits with 1 where there is one.
 */
const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const runs = Number(values.runs ?? process.env.SAILKIT_FUZZ_RUNS ?? 10_000);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const started = performance.now();
console.log(`${runs} mutants, seed ${seed}`);
let [accepted, refused, failed] = [0, 0, 0];
for (let done = 0; done < runs; done += 1000) {
  const part = await fuzzSpecs({ runs: Math.min(1000, runs - done), seed: seed + done });
  accepted += part.accepted;
  refused += part.refused;
  failed += part.failures.length;
  for (const { mutant, problem } of part.failures) console.log(`${JSON.stringify(mutant)}\n${problem}\n`);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${accepted} accepted, ${refused} refused, ${failed} failed, ${seconds} s`);
}
process.exitCode = failed > 0 ? 1 : 0;
