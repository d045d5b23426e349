import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { cacheFolder } from "../../java/cache-folder.ts";
import { downloadJar } from "../../java/download-jar.ts";
import { ensureJar } from "../../java/ensure-jar.ts";
import { hashFile } from "../../java/hash-file.ts";
import { JarError } from "../../java/jar-error.ts";
import { pinnedJar } from "../../java/pinned-jar.ts";
import { newestVersion } from "./newest-version.ts";

/** A jar to be read. Unless it is the pinned one, nobody vouches for it: it is not to be run unasked. */
export interface ReadableJar {
  readonly file: string;
  readonly version: string;
  /** Of its bytes, for whoever is going to pin it. */
  readonly sha256: string;
}

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
  if (wanted === pinnedJar.version) return ensureJar({ env });
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
