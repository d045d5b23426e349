import { glob, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { downloadJar } from "./download-jar.ts";
import { hashFile } from "./hash-file.ts";
import { JarError } from "./jar-error.ts";
import { type JarPin, pinnedJar } from "./pinned-jar.ts";
import { verifiedBefore } from "./verified-before.ts";
import { withLock } from "./with-lock.ts";

/** A jar whose content is the pinned one. */
export interface VerifiedJar extends JarPin {
  /** Absolute path. */
  readonly file: string;
}

/** All optional; the defaults are what the CLI uses. */
export interface EnsureJarOptions {
  /** Where settings are read from. Defaults to `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Which jar. Defaults to the pin in `generator/openapitools.json`. */
  readonly pin?: JarPin;
  /** Stops a download. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hands out the pinned openapi-generator jar, and fetches it into the cache where it is missing or damaged. Any number
 * of processes may call it at once: one downloads, the others wait.
 *
 * Environment: `SAILKIT_GENERATOR_JAR` names a copy to use instead, offline; `SAILKIT_MAVEN_MIRROR` is the base URL of
 * the Maven repository to fetch from; `SAILKIT_CACHE_DIR` moves the cache.
 *
 * @throws JarError where the download fails or what came is not the pinned jar
 */
export async function ensureJar(options: EnsureJarOptions = {}): Promise<VerifiedJar> {
  const { env = process.env, pin = pinnedJar, signal } = options;
  if (env.SAILKIT_GENERATOR_JAR) return offlineJar(path.resolve(env.SAILKIT_GENERATOR_JAR), pin);
  const cache = cacheFolder(env);
  const file = path.join(cache, `openapi-generator-${pin.version}-${pin.sha256.slice(0, 12)}.jar`);
  if (!(await verifiedBefore(file, pin.sha256))) {
    const fetch = async (): Promise<void> => {
      if (!(await verifiedBefore(file, pin.sha256))) await fetchJar(file, pin, env, signal);
    };
    await withLock(path.join(cache, "jar"), fetch, { signal });
  }
  return { ...pin, file };
}

async function offlineJar(file: string, pin: JarPin): Promise<VerifiedJar> {
  const actual = await hashFile(file);
  if (actual === undefined) {
    throw new JarError(`SAILKIT_GENERATOR_JAR is ${file}, and there is no such file. Correct the path or unset it.`);
  }
  if (actual !== pin.sha256) throw mismatch(`SAILKIT_GENERATOR_JAR (${file})`, pin, actual);
  return { ...pin, file };
}

async function fetchJar(
  file: string,
  pin: JarPin,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<void> {
  // What a killed run left behind: whoever holds the lock owns every such folder.
  for await (const left of glob("download-*", { cwd: path.dirname(file) })) {
    await rm(path.join(path.dirname(file), left), { recursive: true, force: true });
  }
  // On the same disk as the target, so that the last step is one atomic rename.
  const folder = await mkdtemp(path.join(path.dirname(file), "download-"));
  try {
    const fetched = await downloadJar({ version: pin.version, folder, env, signal });
    const actual = await hashFile(fetched);
    if (actual !== pin.sha256) {
      throw mismatch(env.SAILKIT_MAVEN_MIRROR || "The public Maven repository", pin, actual ?? "nothing");
    }
    await rename(fetched, file);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  await verifiedBefore(file, pin.sha256);
}

function mismatch(where: string, pin: JarPin, actual: string): JarError {
  return new JarError(
    `${where} did not give openapi-generator ${pin.version} as pinned:\n` +
      `  expected SHA-256 ${pin.sha256}\n  got      SHA-256 ${actual}\n` +
      "Nothing was kept. If the pin is right, the source is broken or tampered with: use another one. " +
      "If the release was changed on purpose, update version and sha256 in generator/openapitools.json together.",
  );
}
