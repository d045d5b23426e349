import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runProgram } from "../../../scripts/run-program.ts";
import { inRepository } from "../../src/config/in-repository.ts";
import { aliasBombs, type Bomb, nestingBombs, sizeBombs, textBomb } from "./bombs.ts";
import { specFolder } from "./spec-folder.ts";

interface Measured {
  readonly status: number;
  readonly milliseconds: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly printed: string;
}

/** What each run took, for the table that is printed in the end. */
const figures: string[] = [];
afterAll(() => console.log(["", "id  | ms    | CPU ms | MB   | spec", ...figures, ""].join("\n")));

async function measure(id: string, title: string, spec: string | Uint8Array, flags: string[] = []): Promise<Measured> {
  const folder = await specFolder({ spec });
  const script = inRepository("generator/test/hostile/measured-run.ts");
  const out = path.join(folder, "out");
  const { printed } = await runProgram(process.execPath, [script, path.join(folder, "spec"), out, ...flags]);
  const line = printed.split("\n").find((one) => one.startsWith('{"status"'));
  if (line === undefined) throw new Error(`The run of ${title} ended without a word: ${printed.slice(0, 500)}`);
  const measured = { ...(JSON.parse(line) as Measured), printed };
  if (measured.status !== 0) expect(existsSync(out)).toBe(false);
  const cells = [measured.milliseconds, measured.cpu, measured.megabytes].map((one, i) =>
    `${one}`.padEnd([5, 6, 4][i] ?? 0),
  );
  figures.push(`${id} | ${cells.join(" | ")} | ${title}`);
  return measured;
}

/** CPU time, since the machine may be busy with other things. */
interface Bounds {
  readonly cpu: number;
  readonly megabytes: number;
}

async function expectBounded(id: string, bomb: Bomb, openapi: string, bounds: Bounds): Promise<void> {
  const measured = await measure(id, `${bomb.name} (${openapi})`, bomb.text(openapi));
  expect(measured).toMatchObject({ status: bomb.status });
  if (bomb.rule) expect(measured.printed).toContain(bomb.rule);
  expect(measured.cpu).toBeLessThan(bounds.cpu);
  expect(measured.megabytes).toBeLessThan(bounds.megabytes);
}

describe.each(["3.0.3", "3.1.0"])("OpenAPI %s", (openapi) => {
  for (const bomb of aliasBombs) {
    test(`H14 ${bomb.name}: refused with less than a second and 256 MB to spare (${openapi})`, async () => {
      await expectBounded("H14", bomb, openapi, { cpu: 2_000, megabytes: 256 });
    }, 60_000);
  }

  for (const bomb of nestingBombs.filter(({ only = openapi }) => only === openapi)) {
    test(`H15 ${bomb.name}: ${bomb.status === 0 ? "works" : "refused"} within bounds (${openapi})`, async () => {
      await expectBounded("H15", bomb, openapi, { cpu: 15_000, megabytes: 700 });
    }, 120_000);
  }

  for (const bomb of sizeBombs.filter(({ only = openapi }) => only === openapi)) {
    test(`H16 ${bomb.name}: ${bomb.status === 0 ? "works" : "refused"} within bounds (${openapi})`, async () => {
      await expectBounded("H16", bomb, openapi, { cpu: 30_000, megabytes: 1_500 });
    }, 180_000);
  }
});

test("H17 text on which expressions could run for ever: works within bounds, pages included", async () => {
  const measured = await measure("H17", "texts of 10,000 times the same", textBomb("3.1.0"), ["--docs"]);
  expect(measured).toMatchObject({ status: 0 });
  expect(measured.cpu).toBeLessThan(15_000);
  expect(measured.megabytes).toBeLessThan(1_000);
}, 180_000);
