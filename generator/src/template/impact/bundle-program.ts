import { build } from "esbuild";

/** A program as a website would load it: everything it imports in one minified file. */
export interface ProgramBundle {
  readonly code: string;
  /** Modules that are in it, by their paths below the folder of the program, sorted. */
  readonly modules: readonly string[];
}

/**
 * Bundles a program.
 * @param program TypeScript that imports relative to `folder`
 * @throws what esbuild says of a program that it cannot build
 */
export async function bundleProgram(program: string, folder: string): Promise<ProgramBundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const [output] = Object.values(metafile.outputs);
  const modules = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { code: outputFiles[0]?.text ?? "", modules: modules.map(([module]) => module).sort() };
}
