import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { inRepository } from "../../config/in-repository.ts";
import { exportedDeclarations } from "./exported-declarations.ts";
import type { SourceTree } from "./source-trees.ts";

/** Bytes after minifying and gzip. */
export interface BundleSizes {
  /** A program that uses the whole client. */
  readonly all: number;
  /** A program that calls one operation. */
  readonly one: number;
}

interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

/** What a client weighs in a website, with esbuild as its package has it. */
export async function bundleSizes(tree: SourceTree): Promise<BundleSizes> {
  const require = createRequire(inRepository("packages/beta-client/package.json"));
  const { build } = (await import(pathToFileURL(require.resolve("esbuild")).href)) as Esbuild;
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sailkit-size-")));
  try {
    for (const [file, text] of tree) {
      if (!file.startsWith("src/")) continue;
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(
      path.dirname(require.resolve("openapi-fetch/package.json")),
      path.join(folder, "node_modules/openapi-fetch"),
      "junction",
    );
    const [operation] =
      [...exportedDeclarations(tree)].find(
        ([, { kind, text }]) => kind === "value" && text.includes("export function"),
      ) ?? [];
    const sizeOf = async (contents: string) => {
      const stdin = { contents, resolveDir: folder, loader: "ts" };
      const built = await build({
        stdin,
        absWorkingDir: folder,
        bundle: true,
        minify: true,
        format: "esm",
        target: "es2022",
        write: false,
        logLevel: "silent",
      });
      return gzipSync(built.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
    };
    const [all, one] = await Promise.all([
      sizeOf('export * from "./src/index.ts";'),
      sizeOf(`export { createClient${operation === undefined ? "" : `, ${operation}`} } from "./src/index.ts";`),
    ]);
    return { all, one };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
