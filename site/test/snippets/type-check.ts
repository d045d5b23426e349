import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";

const workspace = path.join(import.meta.dirname, "../../..");

/**
 * What the compiler objects to in the TypeScript files of a folder, one finding a line; empty where there is nothing. It is
 * strict, and takes the packages of the workspace as they are built.
 * @param folder somewhere below this package, so that its dependencies are found; gets a settings file
 */
export async function typeCheck(folder: string): Promise<string> {
  const base = JSON.parse(readFileSync(path.join(workspace, "tsconfig.base.json"), "utf8")) as {
    compilerOptions: object;
  };
  const settings = path.join(folder, "tsconfig.json");
  const compilerOptions = {
    ...base.compilerOptions,
    lib: ["es2023", "dom", "dom.iterable"],
    noEmit: true,
    noUnusedLocals: false,
    types: ["node"],
    typeRoots: [path.join(workspace, "node_modules/@types")],
  };
  writeFileSync(settings, JSON.stringify({ compilerOptions, include: ["*.mts"] }));
  const require = createRequire(path.join(workspace, "package.json"));
  const tsc = path.join(path.dirname(require.resolve("typescript/package.json")), "bin/tsc");
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", settings]).catch((error) => error);
  return String(stdout);
}
