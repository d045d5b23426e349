import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { JsonObject } from "../spec/json.ts";
import { describeFailure } from "./describe-failure.ts";
import type { JavaRuntime } from "./java-runtime.ts";
import type { PlannedFile } from "./plan-output.ts";
import { prepareRuntime } from "./prepare-runtime.ts";
import { type GeneratorRun, runGenerator } from "./run-generator.ts";
import type { TemplateFile } from "./template-file.ts";
import { writeRun } from "./write-run.ts";

/** What to render with what. */
export interface RenderTemplatesOptions {
  /**
   * An OpenAPI 3.0 document reduced to what templates print: paths and operations, each with at least one tag. Values
   * for templates stand in `x-sailkit-*` extensions of operations (`{{vendorExtensions.x-sailkit-…}}`) and of the root
   * (`{{x-sailkit-…}}`, from every template and at any depth). Tags are slugs (`a-z`, `0-9`, `-`) and become file
   * names. Order is kept.
   */
  readonly skeleton: JsonObject;
  /** The templates folder. Partials are looked up in it. */
  readonly templates: string;
  /** What to render, and where to. */
  readonly files: readonly TemplateFile[];
  /** Results are written below it, nothing else is touched. Created where missing. */
  readonly outDir: string;
  /** Java, jar and archive, where the caller prepared them already. */
  readonly runtime?: JavaRuntime | Promise<JavaRuntime> | undefined;
  /** Kills the JVM; nothing is written to `outDir` then. */
  readonly signal?: AbortSignal | undefined;
}

/** Where the time went. */
export interface RenderResult {
  /**
   * Milliseconds by stage: `runtime` (find or fetch Java and jar), `write` (skeleton), `jvm` (start, parse, render),
   * `collect`.
   */
  readonly timings: Record<"runtime" | "write" | "jvm" | "collect", number>;
  /** Files written, below `outDir`, with forward slashes, in the order of `files`. */
  readonly written: readonly string[];
}

/**
 * Renders mustache templates over a skeleton spec with openapi-generator. All or nothing: results reach `outDir` only
 * after every template was rendered.
 *
 * @throws TemplateError naming file and line; JavaMissing; JarError; Error with the tool's own words; the reason of
 * `signal`
 */
export async function renderTemplates(options: RenderTemplatesOptions): Promise<RenderResult> {
  const { skeleton, files, outDir, signal } = options;
  const templates = path.resolve(options.templates);
  const lap = stopwatch();
  const runtime = await (options.runtime ?? prepareRuntime({ signal }));
  const runtimeTime = lap();
  const folder = await mkdtemp(path.join(tmpdir(), "sailkit-render-"));
  try {
    const { outputs, heap } = await writeRun(folder, skeleton, files);
    const writeTime = lap();
    await render({ runtime, folder, templates, heap, signal }, files);
    const jvmTime = lap();
    await collect(path.join(folder, "out"), outputs, outDir);
    return {
      timings: { runtime: runtimeTime, write: writeTime, jvm: jvmTime, collect: lap() },
      written: outputs.map(({ destination }) => destination),
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Returns a function that gives the ms since it was last called. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    return elapsed;
  };
}

async function render(run: GeneratorRun, files: readonly TemplateFile[]): Promise<void> {
  let exit = await runGenerator(run);
  if (exit.code !== 0 && run.runtime.archive !== undefined && !exit.stderr.includes("Exception in thread")) {
    // The JVM itself went down. A damaged archive does that, and can be made again.
    await rm(run.runtime.archive, { force: true });
    exit = await runGenerator({ ...run, runtime: { ...run.runtime, archive: undefined } });
  }
  if (exit.code !== 0) {
    const names = files.map(({ template }) => template);
    throw await describeFailure(exit, run.templates, names);
  }
}

async function collect(from: string, outputs: readonly PlannedFile[], outDir: string): Promise<void> {
  const folders = new Set(outputs.map(({ destination }) => path.dirname(path.join(outDir, destination))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await Promise.all(
    outputs.map(({ staged, destination }) => copyFile(path.join(from, staged), path.join(outDir, destination))),
  );
}
