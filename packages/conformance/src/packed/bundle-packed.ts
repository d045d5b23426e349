import path from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

/** A program made into one file. */
export interface PackedBundle {
  readonly code: string;
  readonly metafile: Metafile;
}

/**
 * Bundles a program that imports the packages, which are taken from a folder with packed ones instead of the workspace.
 * @param entry absolute path of the program
 * @param folder where the packed packages are installed
 */
export async function bundlePacked(entry: string, folder: string, options: BuildOptions = {}): Promise<PackedBundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    outdir: path.join(folder, "bundles"),
    write: false,
    metafile: true,
    logLevel: "error",
    ...options,
    plugins: [fromFolder(folder), ...(options.plugins ?? [])],
  });
  const code = outputFiles?.[0]?.text ?? "";
  return { code, metafile: metafile as Metafile };
}

function fromFolder(folder: string): Plugin {
  return {
    name: "packed",
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^@sailkit\/beta-/ }, ({ path: name, kind, pluginData }) =>
        pluginData === folder ? undefined : resolve(name, { resolveDir: folder, kind, pluginData: folder }),
      );
    },
  };
}
