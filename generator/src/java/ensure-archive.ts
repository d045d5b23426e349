import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import type { VerifiedJar } from "./ensure-jar.ts";
import type { JavaInstall } from "./find-java.ts";
import { numberSkeleton } from "./number-skeleton.ts";
import { runGenerator } from "./run-generator.ts";
import { serveSkeleton } from "./skeleton-server.ts";
import { TRAINING_FILES, TRAINING_SKELETON, TRAINING_TEMPLATES } from "./training-input.ts";
import { withLock } from "./with-lock.ts";
import { writeRun } from "./write-run.ts";

/** The first Java that can write an archive of the application's classes when it exits (JEP 350). */
const FIRST_MAJOR = 13;

/** Heap of the training run in MiB. */
const HEAP = 256;

/** How long, in ms, a failed attempt is remembered before the next one. */
const RETRY_AFTER = 24 * 60 * 60_000;

/** All optional; the defaults are what the CLI uses. */
export interface EnsureArchiveOptions {
  /** Read for `SAILKIT_CACHE_DIR`. Defaults to `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Stops the training run. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hands out the archive of preloaded classes (application class-data sharing) for this Java and this jar, which halves
 * the tool's start-up. Made once, by a training run on a small skeleton that takes about two seconds.
 *
 * @returns its path; undefined where this Java cannot make one, making it failed, or another process is making it right
 * now. None of these is an error: the tool then starts without, 0.4 s slower.
 * @throws only the reason of `signal`, once aborted
 */
export async function ensureArchive(
  java: JavaInstall,
  jar: VerifiedJar,
  options: EnsureArchiveOptions = {},
): Promise<string | undefined> {
  const { env = process.env, signal } = options;
  if (java.major < FIRST_MAJOR) return undefined;
  try {
    const file = path.join(cacheFolder(env), `openapi-generator-${jar.version}-${await key(java, jar)}.jsa`);
    if (await exists(file)) return file;
    if (await failedLately(file)) return undefined;
    const make = async (): Promise<string | undefined> => {
      if (!(await exists(file))) await train(file, java, jar, signal);
      return (await exists(file)) ? file : undefined;
    };
    return await withLock(file, make, { wait: false });
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

/**
 * The JVM rejects an archive when path or time of the jar differ, and one of another build of Java; so these make up
 * the name.
 */
async function key(java: JavaInstall, jar: VerifiedJar): Promise<string> {
  const { mtimeMs } = await stat(jar.file);
  const facts = ["fetched skeleton", jar.sha256, jar.file, mtimeMs, java.command, java.version, process.arch];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);
}

async function train(
  file: string,
  java: JavaInstall,
  jar: VerifiedJar,
  signal: AbortSignal | undefined,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "sailkit-train-"));
  const unfinished = `${file}.${process.pid}`;
  const server = await serveSkeleton();
  try {
    const templates = path.join(folder, "training");
    await mkdir(templates);
    for (const [name, text] of Object.entries(TRAINING_TEMPLATES)) await writeFile(path.join(templates, name), text);
    writeRun(folder, [templates], TRAINING_FILES);
    server.provide(JSON.stringify(numberSkeleton(TRAINING_SKELETON).document));
    const runtime = { java, jar, archive: undefined };
    const flags = [`-XX:ArchiveClassesAtExit=${unfinished}`];
    const { code, stderr } = await runGenerator({ runtime, folder, input: server.url, heap: HEAP, flags, signal });
    if (code === 0 && (await exists(unfinished))) await rename(unfinished, file);
    else await writeFile(failureNote(file), `exit code ${code}\n${stderr}`);
  } finally {
    server.close();
    await Promise.all([folder, unfinished].map((left) => rm(left, { recursive: true, force: true, maxRetries: 3 })));
  }
}

function failureNote(file: string): string {
  return `${file}.failed`;
}

async function failedLately(file: string): Promise<boolean> {
  const note = await stat(failureNote(file)).catch(() => undefined);
  return note !== undefined && Date.now() - note.mtimeMs < RETRY_AFTER;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
