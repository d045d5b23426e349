/**
 * Prints the breadth matrix: every spec of the corpus, generated and type-checked with both compilers.
 *
 *     pnpm --filter @sailkit/bench breadth [FILE or FOLDER ...] [--only TEXT]
 *
 * Without arguments: the corpus packages and the folder in SAILKIT_SPECS. Exits 1 where a spec crashes the generator or its
 * package has a type error; a refused spec is no failure, its reason is printed.
 */
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { BreadthRow, TypeErrors } from "./breadth-row.ts";
import { findSpecs } from "./find-specs.ts";
import { generateSpec } from "./generate-spec.ts";
import { renderMatrix } from "./render-matrix.ts";
import { type Compiler, typeErrors } from "./type-errors.ts";

/** So much spec is type-checked in one run: compilers start slowly, and hold all they check in memory. */
const BATCH_BYTES = 12_000_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
const outDir = fileURLToPath(new URL("../../.sailkit/breadth", import.meta.url));
rmSync(outDir, { recursive: true, force: true });
mkdirSync(outDir, { recursive: true });

const specs = findSpecs(positionals).filter(({ name }) => values.only === undefined || name.includes(values.only));
if (process.env.SAILKIT_SPECS === undefined && positionals.length === 0)
  console.error("SAILKIT_SPECS is not set: the specs of that folder are skipped.");

const rows: BreadthRow[] = [];
for (const spec of specs) {
  const row = await generateSpec(spec, outDir);
  rows.push(row);
  console.error(`${rows.length}/${specs.length} ${row.spec}: ${row.outcome} ${row.reason}`);
}

const errors = new Map<string, TypeErrors>();
for (const batch of batches(rows.filter(({ outcome }) => outcome === "generated"))) {
  const slugs = batch.map(({ slug }) => slug);
  const found = {} as Record<Compiler, Map<string, string[]>>;
  for (const compiler of ["ts7", "ts59"] as const) found[compiler] = await typeErrors(outDir, slugs, compiler);
  for (const slug of slugs) {
    const [ts7, ts59] = [found.ts7.get(slug) ?? [], found.ts59.get(slug) ?? []];
    errors.set(slug, { ts7: ts7.length, ts59: ts59.length });
    for (const line of new Set([...ts7, ...ts59].slice(0, 5))) console.error(line);
  }
}

console.log(renderMatrix(rows, errors));
const failed =
  rows.some(({ outcome }) => outcome === "crashed") || [...errors.values()].some(({ ts7, ts59 }) => ts7 + ts59 > 0);
process.exitCode = failed ? 1 : 0;

function batches(all: readonly BreadthRow[]): BreadthRow[][] {
  const made: BreadthRow[][] = [];
  let size = 0;
  for (const row of all) {
    // A gzip file is some ten times as large when read.
    const bytes = row.spec.endsWith(".gz") ? row.bytes * 10 : row.bytes;
    if (made.length === 0 || size + bytes > BATCH_BYTES) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(row);
    size += bytes;
  }
  return made;
}
