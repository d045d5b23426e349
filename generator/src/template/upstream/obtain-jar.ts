import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { cacheFolder } from "../../java/cache-folder.ts";
import { downloadJar } from "../../java/download-jar.ts";
import { hashFile } from "../../java/hash-file.ts";
import { JarError } from "../../java/jar-error.ts";
import { pinnedJar } from "../../java/pinned-jar.ts";

/** A jar to be read. Unless it is the pinned one, nobody vouches for it: it is not to be run unasked. */
export interface ReadableJar {
  readonly file: string;
  readonly version: string;
  /** Of its bytes, for whoever is going to pin it. */
  readonly sha256: string;
}

const METADATA = "org/openapitools/openapi-generator-cli/maven-metadata.xml";
const MAVEN = "https://repo1.maven.org/maven2";

/** How long the list of releases may take, in ms. */
const TIME_OUT = 20_000;

/**
 * Fetches a release into the cache, where it stays.
 * @param version the newest one where left out
 * @throws JarError where it cannot be had
 */
export async function obtainJar(
  version: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ReadableJar> {
  const wanted = version ?? (await newestVersion(env));
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(wanted))
    throw new JarError(`${wanted} is no version of openapi-generator, such as ${pinnedJar.version}.`);
  const folder = path.join(cacheFolder(env), "upstream");
  const file = path.join(folder, `openapi-generator-${wanted}.jar`);
  const known = await hashFile(file);
  if (known !== undefined) return { file, version: wanted, sha256: known };
  await mkdir(folder, { recursive: true });
  // On the same disk as the target, so that half a file is never taken for a whole one.
  const partial = await mkdtemp(path.join(folder, "download-"));
  try {
    await rename(await downloadJar({ version: wanted, folder: partial, env }), file);
  } finally {
    await rm(partial, { recursive: true, force: true, maxRetries: 3 });
  }
  return { file, version: wanted, sha256: (await hashFile(file)) ?? "" };
}

async function newestVersion(env: NodeJS.ProcessEnv): Promise<string> {
  const url = `${(env.SAILKIT_MAVEN_MIRROR || MAVEN).replace(/\/+$/, "")}/${METADATA}`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIME_OUT) });
    const version = response.ok ? /<release>([^<]+)<\/release>/.exec(await response.text())?.[1] : undefined;
    if (version !== undefined) return version;
    throw new Error(`it answers with status ${response.status}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new JarError(
      `The newest openapi-generator cannot be told from ${url}: ${reason}. Name one by --to, or a jar by --jar.`,
    );
  }
}
