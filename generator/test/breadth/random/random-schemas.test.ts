import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRepository } from "../../../src/config/in-repository.ts";
import { emitTypes } from "../../../src/emit/types/emit-types.ts";
import { prepareSpec } from "../../../src/spec/transforms/prepare-spec.ts";
import { randomSpec } from "./random-spec.ts";

/** How many specs to try: a few in every run, thousands by hand with another SAILKIT_RANDOM_SPECS. */
const COUNT = Number(process.env.SAILKIT_RANDOM_SPECS ?? 200);

const root = mkdtempSync(path.join(tmpdir(), "sailkit-random-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(async () => {
  for (let seed = 1; seed <= COUNT; seed += 1) {
    writeFileSync(path.join(root, `seed${seed}.ts`), await emitTypes(prepareSpec(randomSpec(seed)).types));
  }
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    lib: ["es2023", "dom"],
    types: [],
  };
  writeFileSync(path.join(root, "tsconfig.json"), JSON.stringify({ compilerOptions }));
}, 600_000);

test.each(["package.json", "generator/package.json"])(
  "schemas that refer to each other without sense compile, whatever the compiler of %s",
  { timeout: 600_000 },
  (home) => {
    const require = createRequire(inRepository(home));
    const compiler = path.join(path.dirname(require.resolve("typescript/package.json")), "bin", "tsc");
    let output = "";
    try {
      execFileSync(process.execPath, [compiler, "-p", root, "--pretty", "false"], { encoding: "utf8", cwd: root });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    expect(output).toBe("");
  },
);
