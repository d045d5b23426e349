import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Target } from "../../src/config/target.ts";
import { prepareRuntime } from "../../src/java/prepare-runtime.ts";
import { buildOutput } from "../../src/pipeline/build-output.ts";
import { loadSpec } from "../../src/pipeline/load-spec.ts";
import { startGenerator } from "../../src/pipeline/start-generator.ts";
import type { Finding } from "../../src/spec/finding.ts";
import type { JsonObject } from "../../src/spec/json.ts";
import { prepareSpec } from "../../src/spec/transforms/prepare-spec.ts";
import { silentReporter } from "../silent-reporter.ts";

/** A package made of a hostile spec, in memory. */
export interface HostilePackage {
  /** Path to text, as they would be written. */
  readonly files: ReadonlyMap<string, string>;
  /** The bundled spec. */
  readonly document: JsonObject;
  /** Names of functions by the pointer of their operation. */
  readonly functions: Readonly<Record<string, string>>;
  readonly warnings: readonly Finding[];
}

export interface GenerateOptions {
  readonly overlay?: JsonObject | undefined;
  /** Default true. */
  readonly docs?: boolean;
}

const FILE_NAME = ["$", "{globalThis.pwned=1}"].join("");

/** Java is found, and the jar checked, once for all of a test file. */
let runtime: ReturnType<typeof prepareRuntime> | undefined;

/**
 * Runs the whole pipeline over a document, in this process, up to what it would write.
 * @throws {SpecRefusal} where the spec is refused
 */
export async function generatePackage(
  document: JsonObject | string,
  { overlay, docs = true }: GenerateOptions = {},
): Promise<HostilePackage> {
  runtime ??= prepareRuntime();
  const root = await mkdtemp(path.join(tmpdir(), "sailkit-hostile-"));
  const abort = new AbortController();
  try {
    // The name of the file is printed, too.
    const spec = path.join(root, `it's ${FILE_NAME} \`x\`.yaml`);
    await writeFile(spec, typeof document === "string" ? document : JSON.stringify(document));
    const overlayFile = path.join(root, "overlay.yaml");
    if (overlay) await writeFile(overlayFile, JSON.stringify(overlay));
    const target: Target = {
      name: path.basename(spec),
      spec,
      overlay: overlay && overlayFile,
      root: path.join(root, "out"),
      extent: "package",
      docs,
      allowRefs: [],
      command: "sailkit generate --spec FILE --out DIR",
    };
    const warnings: Finding[] = [];
    const reporter = silentReporter((finding) => void warnings.push(finding));
    const loaded = await loadSpec(target, reporter);
    // Whatever waits for the tool is ended by the signal, as the command line does it.
    const rendering = startGenerator(target, { runtime, signal: abort.signal });
    const { files } = await buildOutput(target, loaded.document, rendering, reporter);
    const { operations } = prepareSpec(loaded.document).client;
    const functions = Object.fromEntries(operations.map(({ pointer, name }) => [pointer, name]));
    return { files, document: loaded.document, functions, warnings };
  } finally {
    abort.abort();
    await rm(root, { recursive: true, force: true });
  }
}
