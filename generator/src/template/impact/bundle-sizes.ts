import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { linkDependency } from "../../emit/package/link-dependency.ts";
import { bundleProgram } from "./bundle-program.ts";
import { exportedDeclarations } from "./exported-declarations.ts";
import type { SourceTree } from "./source-trees.ts";

/** Bytes after minifying and gzip. */
export interface BundleSizes {
  /** A program that uses the whole client. */
  readonly all: number;
  /** A program that calls one operation. */
  readonly one: number;
}

/** What a client weighs in a website. */
export async function bundleSizes(tree: SourceTree): Promise<BundleSizes> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sailkit-size-")));
  try {
    for (const [file, text] of tree) {
      if (!file.startsWith("src/")) continue;
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    linkDependency(folder);
    const [operation] =
      [...exportedDeclarations(tree)].find(
        ([, { kind, text }]) => kind === "value" && text.includes("export function"),
      ) ?? [];
    const sizeOf = async (program: string) =>
      gzipSync((await bundleProgram(program, folder)).code, { level: 9 }).length;
    const [all, one] = await Promise.all([
      sizeOf('export * from "./src/index.ts";'),
      sizeOf(`export { createClient${operation === undefined ? "" : `, ${operation}`} } from "./src/index.ts";`),
    ]);
    return { all, one };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
