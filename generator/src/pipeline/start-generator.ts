import { statSync } from "node:fs";
import { inRepository } from "../config/in-repository.ts";
import type { Target } from "../config/target.ts";
import type { JavaRuntime } from "../java/java-runtime.ts";
import { prepareRuntime } from "../java/prepare-runtime.ts";
import { heapFor } from "../java/render-templates.ts";
import { type Rendering, startRendering } from "../java/start-rendering.ts";
import { templateFiles } from "./template-files.ts";

/** How many times larger than its file a spec may be; gzip packs JSON to a tenth. */
const EXPANSION = 12;

export interface GeneratorOptions {
  /** Kills the JVM. */
  readonly signal?: AbortSignal;
  /** Java, jar and archive, where the caller prepared them already. */
  readonly runtime?: Promise<JavaRuntime>;
}

/** Starts openapi-generator on the templates of a target. It waits for its skeleton until the spec has been prepared. */
export function startGenerator(target: Target, options: GeneratorOptions = {}): Rendering {
  const { signal, runtime = prepareRuntime({ signal }) } = options;
  const size = statSync(target.spec, { throwIfNoEntry: false })?.size ?? 0;
  return startRendering({
    templates: [inRepository("templates"), ...(target.templates ?? [])],
    files: templateFiles(target),
    runtime,
    heap: heapFor(size * EXPANSION),
    signal,
  });
}
