import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { JsonObject } from "../spec/json.ts";
import { numberSkeleton } from "./number-skeleton.ts";
import { type PlannedFile, planOutput } from "./plan-output.ts";
import type { TemplateFile } from "./template-file.ts";

/** What was written for the tool, and what it takes and gives. */
export interface WrittenRun {
  /** The files to expect in `out`. */
  readonly outputs: readonly PlannedFile[];
  /** Upper bound for the Java heap in MiB. */
  readonly heap: number;
}

/**
 * Objects in the JVM take about 20 times the room of their JSON text; 256 MiB is what the tool needs by itself, with
 * reserve.
 */
const HEAP_BASE = 256;
const HEAP_FACTOR = 24;

/**
 * Writes the tool's two inputs, `skeleton.json` and `config.json`, into `folder`.
 *
 * @param folder an existing folder
 * @param skeleton as renderTemplates takes it
 * @param files the templates to render
 */
export async function writeRun(
  folder: string,
  skeleton: JsonObject,
  files: readonly TemplateFile[],
): Promise<WrittenRun> {
  const { document, variables, tags } = numberSkeleton(skeleton);
  const { config, supporting, outputs } = planOutput(files, tags);
  const settings = {
    files: config,
    // "apis" also fills the operations that supporting templates see. A property that is present but empty means all.
    globalProperties: { apis: "", supportingFiles: supporting.join(","), apiDocs: "false", apiTests: "false" },
    additionalProperties: variables,
  };
  const [spec, options] = [JSON.stringify(document), JSON.stringify(settings)];
  await Promise.all([
    writeFile(path.join(folder, "skeleton.json"), spec),
    writeFile(path.join(folder, "config.json"), options),
  ]);
  return { outputs, heap: HEAP_BASE + Math.ceil(((spec.length + options.length) / 2 ** 20) * HEAP_FACTOR) };
}
