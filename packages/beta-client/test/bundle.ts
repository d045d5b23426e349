import { build } from "esbuild";

/** A program that imports the sources of a client, bundled and minified as a website would. */
export interface Bundle {
  readonly code: string;
  /** Modules that are in it, below the folder the program stands in, sorted. */
  readonly modules: readonly string[];
}

/** Bundles `program`, which imports relative to `folder`. */
export async function bundle(program: string, folder: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  const modules = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { code: outputFiles[0]?.text ?? "", modules: modules.map(([module]) => module).sort() };
}
