import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../../../src/config/in-repository.ts";

/** One line of a program that does not compile. */
export interface CompileError {
  /** Index of the line. */
  readonly line: number;
  readonly message: string;
}

const CONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    allowImportingTsExtensions: true,
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
  },
  files: ["consumer.ts"],
};

/** Compiles a program in the folder of a generated package with TypeScript 7, as a consumer who is strict would. */
export async function compileConsumer(folder: string, lines: readonly string[]): Promise<CompileError[]> {
  writeFileSync(path.join(folder, "consumer.ts"), `${lines.join("\n")}\n`);
  writeFileSync(path.join(folder, "tsconfig.consumer.json"), JSON.stringify(CONFIG));
  const modules = path.join(folder, "node_modules");
  if (!existsSync(modules)) symlinkSync(inRepository("packages/beta-client/node_modules"), modules, "junction");
  const tsc = inRepository("node_modules/typescript/bin/tsc");
  const child = spawn(process.execPath, [tsc, "-p", "tsconfig.consumer.json", "--pretty", "false"], { cwd: folder });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, "close");
  const errors = [...output.matchAll(/^consumer\.ts\((\d+),\d+\): error (.*)$/gm)].map((match) => ({
    line: Number(match[1]) - 1,
    message: match[2] as string,
  }));
  const others = output.split("\n").filter((line) => /error TS/.test(line) && !line.startsWith("consumer.ts("));
  if (others.length > 0 || (code !== 0 && errors.length === 0)) {
    throw new Error(`The package itself does not compile:\n${others.slice(0, 5).join("\n") || output.slice(0, 500)}`);
  }
  return errors;
}
