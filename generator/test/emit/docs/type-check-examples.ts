import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inRepository } from "../../../src/config/in-repository.ts";

/** What the compiler made of the programs of a package. */
export interface TypeCheck {
  /** Programs it read. */
  readonly programs: number;
  /** Its findings, one a line. */
  readonly errors: string;
}

/**
 * Type-checks the programs below a folder, strict, against the sources of the packages they import.
 * @param root an existing folder, which gets a settings file for a moment
 * @param packages by name, the source each stands for
 */
export function typeCheckExamples(root: string, examples: string, packages: Record<string, string>): TypeCheck {
  const settings = path.join(root, "tsconfig.examples.json");
  const base = JSON.parse(readFileSync(inRepository("tsconfig.base.json"), "utf8")) as { compilerOptions: object };
  const compilerOptions = {
    ...base.compilerOptions,
    lib: ["es2023", "dom", "dom.iterable"],
    noEmit: true,
    types: ["node"],
    typeRoots: [inRepository("node_modules/@types")],
    paths: Object.fromEntries(Object.entries(packages).map(([name, source]) => [name, [source]])),
  };
  writeFileSync(settings, JSON.stringify({ compilerOptions, include: [path.join(examples, "**/*.ts")] }));
  try {
    const require = createRequire(inRepository("package.json"));
    const tsc = path.join(path.dirname(require.resolve("typescript/package.json")), "bin/tsc");
    const run = spawnSync(process.execPath, [tsc, "-p", settings, "--listFiles"], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    const lines = run.stdout.split("\n");
    const folder = `${examples.replaceAll("\\", "/")}/`;
    return {
      programs: lines.filter((line) => line.replaceAll("\\", "/").startsWith(folder) && !line.includes("error TS"))
        .length,
      errors: lines.filter((line) => line.includes("error TS")).join("\n") + (run.status === 0 ? "" : run.stderr),
    };
  } finally {
    rmSync(settings, { force: true });
  }
}
