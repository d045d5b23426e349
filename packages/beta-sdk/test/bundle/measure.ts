import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes, gzipped, of what a bundler makes of an entry: the first chunk, without what is loaded later. */
export async function measure(entry: string): Promise<number> {
  const resolveDir = fileURLToPath(new URL("../../src", import.meta.url));
  const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir, loader: "ts", sourcefile: "entry.ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    splitting: true,
    outdir: "out",
    write: false,
    legalComments: "none",
    alias: {
      "@sailkit/beta-client/manifest": source("../../../beta-client/src/generated/manifest.ts"),
      "@sailkit/beta-client": source("../../../beta-client/src/index.ts"),
    },
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path.split(/[\\/]/).pop() ?? "", contents]));
  const first = new Set(["stdin.js"]);
  for (const name of first) {
    const text = new TextDecoder().decode(files.get(name));
    for (const [, chunk] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) first.add(chunk ?? "");
  }
  const all = [...first].map((name) => new TextDecoder().decode(files.get(name))).join("\n");
  return gzipSync(all, { level: 9 }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const entries = {
    "sdk: tasks, pagination, filters, tokens, retries": 'export { BetaSdk } from "./index.ts";',
    "sdk and JSON Patch": 'export { BetaSdk, patch } from "./index.ts";',
    everything: 'export * from "./index.ts";',
    "only imported": 'import "./index.ts";',
    "low-level client, one operation": 'export { createClient, getTaskStatusList } from "@sailkit/beta-client";',
  };
  for (const [name, entry] of Object.entries(entries))
    console.log(`${String(await measure(entry)).padStart(6)} B  ${name}`);
}
