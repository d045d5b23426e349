import path from "node:path";
import envPaths from "env-paths";

/**
 * The folder that keeps what is costly to fetch or make: the generator's jar and its class archive. Everything in it
 * can be deleted at any time.
 *
 * @param env `SAILKIT_CACHE_DIR` overrides the place the operating system has for caches. Defaults to `process.env`
 * @returns an absolute path; the folder may not exist yet
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env.SAILKIT_CACHE_DIR || envPaths("sailkit", { suffix: "" }).cache);
}
