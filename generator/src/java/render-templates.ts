import type { JsonObject } from "../spec/json.ts";
import { prepareRuntime } from "./prepare-runtime.ts";
import { type StartOptions, startRendering } from "./start-rendering.ts";

/** What to render with what. */
export interface RenderTemplatesOptions
  extends Omit<StartOptions, "runtime" | "heap">,
    Partial<Pick<StartOptions, "runtime" | "heap">> {
  /**
   * An OpenAPI 3.0 document reduced to what templates print: paths and operations, each with at least one tag. Values for templates stand in `x-sailkit-*`
   * extensions of operations (`{{vendorExtensions.x-sailkit-…}}`) and of the root (`{{x-sailkit-…}}`, from every template and at any depth). Tags are slugs
   * (`a-z`, `0-9`, `-`) and become file names. Order is kept.
   */
  readonly skeleton: JsonObject;
  /** Results are written below it, nothing else is touched. Created where missing. */
  readonly outDir: string;
}

/** What the tool needs by itself, with reserve, in MiB. */
const HEAP_BASE = 256;

/** Objects in the JVM take about 20 times the room of their JSON text. */
const HEAP_FACTOR = 24;

/**
 * Renders mustache templates over a skeleton spec with openapi-generator. All or nothing: results reach `outDir` only after every template was rendered.
 *
 * @throws TemplateError naming file and line; JavaMissing; JarError; Error with the tool's own words; the reason of `signal`
 */
export async function renderTemplates(
  options: RenderTemplatesOptions,
): Promise<{ readonly written: readonly string[] }> {
  const { skeleton, outDir, signal } = options;
  const heap = options.heap ?? heapFor(JSON.stringify(skeleton).length);
  const runtime = options.runtime ?? prepareRuntime({ signal });
  const rendering = startRendering({ ...options, runtime, heap });
  await rendering.deliver(skeleton);
  return { written: await rendering.collect(outDir) };
}

/** Upper bound of the Java heap in MiB for a skeleton of so many bytes. */
export function heapFor(bytes: number): number {
  return HEAP_BASE + Math.ceil((bytes / 2 ** 20) * HEAP_FACTOR);
}
