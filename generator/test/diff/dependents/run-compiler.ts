import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../../../src/config/in-repository.ts";

/** Compiles `consumer.ts` of a folder with TypeScript 7, strictly, and gives the errors in that file. */
export async function runCompiler(
  folder: string,
  paths: Readonly<Record<string, readonly string[]>>,
): Promise<string[]> {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    paths,
  };
  const project = path.join(folder, "tsconfig.json");
  writeFileSync(project, JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const tsc = inRepository("node_modules/typescript/bin/tsc");
  const child = spawn(process.execPath, [tsc, "-p", project, "--pretty", "false"], { cwd: folder });
  let output = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  await new Promise((resolve) => child.on("close", resolve));
  return output.split("\n").filter((line) => line.startsWith("consumer.ts("));
}
