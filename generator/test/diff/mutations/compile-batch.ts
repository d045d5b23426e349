import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inRepository } from "../../../src/config/in-repository.ts";

/** One package and a consumer of it. */
export interface BatchEntry {
  readonly files: ReadonlyMap<string, string>;
  readonly consumer: string;
}

/** Compiles many small packages with their consumers in one run of TypeScript 7; gives what does not compile of each. */
export function compileBatch(entries: readonly BatchEntry[]): string[][] {
  const root = mkdtempSync(path.join(tmpdir(), "sailkit-batch-"));
  try {
    for (const [index, { files, consumer }] of entries.entries()) {
      const folder = path.join(root, `p${index}`);
      mkdirSync(folder);
      for (const [file, text] of files) writeFileSync(path.join(folder, file), text);
      writeFileSync(path.join(folder, "consumer.ts"), consumer);
    }
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: "esnext",
      moduleResolution: "bundler",
      allowImportingTsExtensions: true,
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
    };
    writeFileSync(path.join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["p*/*.ts"] }));
    const tsc = inRepository("node_modules/typescript/bin/tsc");
    const run = spawnSync(process.execPath, [tsc, "-p", root, "--pretty", "false"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const errors: string[][] = entries.map(() => []);
    for (const match of run.stdout.matchAll(/^p(\d+)\/(.*)$/gm)) errors[Number(match[1])]?.push(match[2] as string);
    return errors;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Path of the client's types as an import specifier. */
export const RUNTIME_TYPES = pathToFileURL(inRepository("packages/beta-client/src/runtime/types.ts")).pathname;
