import { writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/** What a bundler makes of a program. */
export interface BundleSize {
  /** Bytes after gzip of what loads first. */
  readonly bytes: number;
  /** Bytes after gzip of what loads when it is needed. */
  readonly later: number;
}

/**
 * Bundles a program as a website would, from the packed packages, and weighs it.
 * @param folder where the packed packages are installed
 * @param options further ones of esbuild
 */
export async function measureBundle(
  program: string,
  folder: string,
  options: Pick<BuildOptions, "platform" | "logLevel"> = {},
): Promise<BundleSize> {
  const entry = path.join(folder, "measured.mjs");
  writeFileSync(entry, program);
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    outdir: "measured",
    write: false,
    metafile: true,
    legalComments: "none",
    logLevel: "error",
    ...options,
  });
  const first = new Set(["measured/measured.js"]);
  for (const name of first) {
    for (const { path: imported, kind } of metafile.outputs[name]?.imports ?? []) {
      if (kind === "import-statement") first.add(imported);
    }
  }
  const texts = outputFiles.map((file) => ({
    first: first.has(path.relative(folder, file.path).split(path.sep).join("/")),
    text: file.text,
  }));
  const weigh = (wanted: boolean) => {
    const text = texts.flatMap((one) => (one.first === wanted ? [one.text] : [])).join("\n");
    return text.trim() === "" ? 0 : gzipSync(text, { level: 9 }).length;
  };
  return { bytes: weigh(true), later: weigh(false) };
}
