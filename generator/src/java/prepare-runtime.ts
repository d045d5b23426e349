import { ensureArchive } from "./ensure-archive.ts";
import { ensureJar } from "./ensure-jar.ts";
import { findJava } from "./find-java.ts";
import type { JavaRuntime } from "./java-runtime.ts";

/** All optional; the defaults are what the CLI uses. */
export interface PrepareRuntimeOptions {
  /** Where settings are read from. Defaults to `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Stops a download or training run. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds Java, fetches the jar, makes the class archive: slow on the first run on a machine, a few milliseconds
 * afterwards. Worth starting before the spec is read.
 *
 * @throws JavaMissing, JarError
 */
export async function prepareRuntime(options: PrepareRuntimeOptions = {}): Promise<JavaRuntime> {
  const [java, jar] = await Promise.all([findJava(options.env), ensureJar(options)]);
  return { java, jar, archive: await ensureArchive(java, jar, options) };
}
