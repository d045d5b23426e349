import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Target } from "../../src/config/target.ts";
import { linkDependency } from "../../src/emit/package/link-dependency.ts";
import type { JavaRuntime } from "../../src/java/java-runtime.ts";
import { buildOutput } from "../../src/pipeline/build-output.ts";
import { loadSpec } from "../../src/pipeline/load-spec.ts";
import { startGenerator } from "../../src/pipeline/start-generator.ts";
import { prepareSpec } from "../../src/spec/transforms/prepare-spec.ts";
import { silentReporter } from "../silent-reporter.ts";
import type { ClientPackage, OperationFunction } from "./client-package.ts";

const silent = silentReporter();

/** Generates the stand-alone package of a spec into a temporary folder, and loads it as a caller would. */
export async function buildPackage(
  spec: string,
  runtime: Promise<JavaRuntime>,
  overlay?: string,
): Promise<ClientPackage> {
  const root = await mkdtemp(path.join(tmpdir(), "sailkit-wire-"));
  try {
    const target: Target = {
      name: path.basename(spec),
      spec: path.resolve(spec),
      overlay: overlay === undefined ? undefined : path.resolve(overlay),
      root,
      extent: "package",
      docs: false,
      allowRefs: [],
      command: "sailkit generate",
    };
    const { document } = await loadSpec(target, silent);
    const { files } = await buildOutput(target, document, startGenerator(target, { runtime }), silent);
    await writeFiles(root, files);
    const module = await load(root, "src/index.ts");
    const named = prepareSpec(document).client.operations;
    return {
      name: target.name,
      document,
      createClient: module.createClient as ClientPackage["createClient"],
      functions: new Map(named.map(({ pointer, name }) => [pointer, module[name] as OperationFunction])),
      servers: module.servers as ClientPackage["servers"],
      remove: () => rm(root, { recursive: true, force: true }),
    };
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    throw error;
  }
}

/** Writes a package, with its one dependency beside it. */
export async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  const folders = new Set([...files.keys()].map((file) => path.dirname(path.join(root, file))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await Promise.all([...files].map(([file, text]) => writeFile(path.join(root, file), text)));
  linkDependency(root);
}

/** Imports a file of a package. */
export async function load(root: string, file: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(path.join(root, file)).href)) as Record<string, unknown>;
}
