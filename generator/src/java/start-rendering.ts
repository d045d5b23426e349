import { mkdirSync, writeFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { JsonObject } from "../spec/json.ts";
import { describeFailure } from "./describe-failure.ts";
import type { JavaRuntime } from "./java-runtime.ts";
import { numberSkeleton } from "./number-skeleton.ts";
import { type PlannedFile, planOutput } from "./plan-output.ts";
import { type GeneratorExit, type GeneratorRun, runGenerator } from "./run-generator.ts";
import { type RunPhase, runPhases } from "./run-phase.ts";
import { type SkeletonServer, serveSkeleton } from "./skeleton-server.ts";
import type { TemplateFile } from "./template-file.ts";
import { entryOf, RUN_TEMPLATES, writeRun } from "./write-run.ts";

/** How long, in ms, a JVM takes to start at most where everything is at hand. */
const SOON = 300;

/** What to render with what, known before there is anything to render. */
export interface StartOptions {
  /** The templates folder, in which partials are looked up; of several, a later one replaces what it has of an earlier one. */
  readonly templates: string | readonly string[];
  /** What to render, and where to. */
  readonly files: readonly TemplateFile[];
  /** Java, jar and archive. */
  readonly runtime: JavaRuntime | Promise<JavaRuntime>;
  /** Upper bound of the Java heap in MiB. */
  readonly heap: number;
  /** Kills the JVM; nothing is written then. */
  readonly signal?: AbortSignal | undefined;
}

/** A JVM on its way: it loads its classes while the skeleton is still being made. */
export interface Rendering {
  /** Resolves once the JVM runs, or will not run soon: because of an error, which `collect` tells, or a jar to be fetched. */
  readonly started: Promise<unknown>;
  /** Hands over the skeleton. Resolves once the JVM has been started, or could not be, which `collect` tells. */
  deliver(skeleton: JsonObject): Promise<void>;
  /** A break in work that keeps this process from answering the JVM: to be awaited between its steps. */
  attend(): Promise<void>;
  /**
   * Waits for the result.
   * @returns the files written below `outDir`, with forward slashes, in the order of `files`
   * @throws TemplateError naming file and line; JavaMissing; JarError; Error with the tool's own words; the reason of `signal`
   */
  collect(outDir: string): Promise<readonly string[]>;
  /** Where the time of the JVM went; empty before `collect` has ended well. */
  phases(): readonly RunPhase[];
}

/** A rendering whose templates may change until the skeleton is delivered: the tool reads them only then. */
export interface LiveRendering extends Rendering {
  /**
   * To be awaited before `deliver`.
   * @param texts by path below the templates folder
   * @param only templates of `files` to render; the others make empty files. All where left out.
   */
  replaceTemplates(texts: ReadonlyMap<string, string>, only?: readonly string[]): Promise<void>;
}

/**
 * Starts the JVM. It asks for the skeleton about half a second later, and waits until it is there.
 * The caller ends what it started by `deliver` and `collect`, or by its signal.
 */
export function startRendering(options: StartOptions): LiveRendering {
  const run = launch(options);
  // Awaited by `collect`; until then a failure must not count as unhandled.
  run.catch(() => {});
  const launched = run.catch(() => undefined);
  let outputs: readonly PlannedFile[] = [];
  let provided = 0;
  let phases: readonly RunPhase[] = [];
  return {
    started: Promise.race([launched, sleep(SOON, undefined, { ref: false })]),
    async deliver(skeleton) {
      const { document, tags } = numberSkeleton(skeleton);
      outputs = planOutput(options.files, tags).outputs;
      const text = JSON.stringify(document);
      provided = Date.now();
      (await launched)?.server.provide(text);
    },
    attend: async () => (await launched)?.server.attend(),
    async replaceTemplates(texts, only) {
      const ready = await launched;
      if (ready) replaceTemplates(path.join(ready.folder, RUN_TEMPLATES), options.files, texts, only);
    },
    async collect(outDir) {
      const ended = await run;
      try {
        const staged = await finish(ended, options, outputs);
        phases = runPhases({
          spawned: ended.spawned,
          asked: ended.server.asked() ?? provided,
          provided,
          files: staged,
        });
        await copyOutputs(path.join(ended.folder, "out"), outputs, outDir);
      } finally {
        await ended.clean();
      }
      return outputs.map(({ destination }) => destination);
    },
    phases: () => phases,
  };
}

function replaceTemplates(
  folder: string,
  files: readonly TemplateFile[],
  texts: ReadonlyMap<string, string>,
  only: readonly string[] | undefined,
): void {
  for (const [name, text] of texts) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  for (const [index, { template }] of files.entries()) {
    if (only && !only.includes(template)) writeFileSync(path.join(folder, entryOf(index)), "");
  }
}

interface LaunchedRun {
  /** In ms since 1970. */
  readonly spawned: number;
  readonly folder: string;
  readonly server: SkeletonServer;
  readonly exit: Promise<GeneratorExit>;
  clean(): Promise<void>;
}

async function launch({ templates, files, runtime, heap, signal }: StartOptions): Promise<LaunchedRun> {
  const ready = await runtime;
  const [folder, server] = await Promise.all([mkdtemp(path.join(tmpdir(), "sailkit-render-")), serveSkeleton()]);
  const clean = async () => {
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    writeRun(
      folder,
      [templates].flat().map((layer) => path.resolve(layer)),
      files,
    );
    const spawned = Date.now();
    const exit = render({ runtime: ready, folder, input: server.url, heap, signal });
    // A run that nobody finishes, since the spec was refused, cleans up after itself.
    exit.catch(clean);
    return { spawned, folder, server, exit, clean };
  } catch (error) {
    await clean();
    throw error;
  }
}

async function render(run: GeneratorRun): Promise<GeneratorExit> {
  const exit = await runGenerator(run);
  if (exit.code === 0 || run.runtime.archive === undefined || exit.stderr.includes("Exception in thread")) return exit;
  // The JVM itself went down. A damaged archive does that, and can be made again.
  await rm(run.runtime.archive, { force: true });
  return runGenerator({ ...run, runtime: { ...run.runtime, archive: undefined } });
}

/** Waits for the end; the files written, with their absolute paths. */
async function finish(
  { folder, exit }: LaunchedRun,
  { files }: StartOptions,
  outputs: readonly PlannedFile[],
): Promise<readonly string[]> {
  const ended = await exit;
  if (ended.code !== 0) {
    const names = files.map(({ template }) => template);
    throw await describeFailure(ended, path.join(folder, RUN_TEMPLATES), names);
  }
  return outputs.map(({ staged }) => path.join(folder, "out", staged));
}

async function copyOutputs(from: string, outputs: readonly PlannedFile[], outDir: string): Promise<void> {
  const folders = new Set(outputs.map(({ destination }) => path.dirname(path.join(outDir, destination))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await Promise.all(
    outputs.map(({ staged, destination }) => copyFile(path.join(from, staged), path.join(outDir, destination))),
  );
}
