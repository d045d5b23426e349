import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inRepository } from "../../src/config/in-repository.ts";

/** Where each compiler is a dependency: TypeScript 7 of the repository, 5.9 of the generator. */
const HOMES = { "7": "package.json", "5.9": "generator/package.json" };

/** The error lines of one run of a compiler over every package below a folder, under the settings that they ship with. */
export async function typeErrors(root: string, version: keyof typeof HOMES): Promise<string[]> {
  const packages = readdirSync(root).filter((name) => name !== "node_modules" && !name.startsWith("tsconfig"));
  const shipped = JSON.parse(readFileSync(path.join(root, packages[0] ?? "", "tsconfig.json"), "utf8"));
  const { rootDir: _root, outDir: _out, ...compilerOptions } = shipped.compilerOptions;
  const project = path.join(root, `tsconfig-${version}.json`);
  const include = packages.map((name) => `./${name}/src`);
  writeFileSync(project, JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true }, include }));
  const home = createRequire(inRepository(HOMES[version]));
  const compiler = path.join(path.dirname(home.resolve("typescript/package.json")), "bin", "tsc");
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [compiler, "-p", project, "--pretty", "false"],
      { cwd: root, maxBuffer: 1e8 },
      (error, out, problems) => {
        const lines = out.split(/\r?\n/).filter((line) => line !== "");
        if (error && lines.length === 0) reject(new Error(problems || error.message));
        else resolve(lines);
      },
    );
  });
}
