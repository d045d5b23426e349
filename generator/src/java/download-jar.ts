import { spawn } from "node:child_process";
import { access, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { JarError } from "./jar-error.ts";

/** How long the download of the 32 MB may take in all. */
const TIME_OUT = 10 * 60_000;

const ARTIFACT = "openapi-generator-cli";

/** What to download, and where to. */
export interface JarDownload {
  /** Release of openapi-generator. */
  readonly version: string;
  /** An existing empty folder. The caller removes it. */
  readonly folder: string;
  /** Read for `SAILKIT_MAVEN_MIRROR`, the base URL of a Maven repository, and for proxies. */
  readonly env: NodeJS.ProcessEnv;
  /** Stops the download. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches the jar through the npm wrapper of openapi-generator, which knows the public repository and honours
 * HTTP_PROXY and HTTPS_PROXY. What arrives is not verified yet.
 *
 * @returns the path of the file, inside `folder`
 * @throws JarError with the wrapper's reason; the reason of `signal` when that was aborted
 */
export async function downloadJar({ version, folder, env, signal }: JarDownload): Promise<string> {
  const url = mirrorUrl(version, env);
  const settings = {
    version,
    // Relative on purpose: the wrapper replaces the first "~" of an absolute path, which short Windows names have.
    storageDir: "versions",
    ...(url === undefined ? {} : { repository: { downloadUrl: url } }),
  };
  await mkdir(path.join(folder, "versions"));
  await writeFile(path.join(folder, "openapitools.json"), JSON.stringify({ "generator-cli": settings }));
  const said = await runWrapper(folder, env, signal);
  signal?.throwIfAborted();
  const file = path.join(folder, "versions", `${version}.jar`);
  try {
    await access(file);
  } catch {
    throw failure(version, url, said);
  }
  return file;
}

function mirrorUrl(version: string, env: NodeJS.ProcessEnv): string | undefined {
  const base = env.SAILKIT_MAVEN_MIRROR?.replace(/\/+$/, "");
  return base ? `${base}/org/openapitools/${ARTIFACT}/${version}/${ARTIFACT}-${version}.jar` : undefined;
}

/**
 * Resolves with what the wrapper printed. Its exit code says nothing: it goes on to start `java`, which need not be on
 * PATH.
 */
function runWrapper(folder: string, env: NodeJS.ProcessEnv, signal: AbortSignal | undefined): Promise<string> {
  const main = createRequire(import.meta.url).resolve(`@openapitools/${ARTIFACT}/main.js`);
  const child = spawn(process.execPath, [main, "version"], {
    cwd: folder,
    env: { ...env, PWD: folder, INIT_CWD: folder, NO_COLOR: "1", FORCE_COLOR: "0" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIME_OUT,
    windowsHide: true,
    ...(signal === undefined ? {} : { signal }),
  });
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: string): void => {
      said += chunk;
      if (/^Downloaded /m.test(said)) child.kill();
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.on("error", (error) => (signal?.aborted ? resolve(said) : reject(error)));
    child.on("close", () => resolve(said));
  });
}

function failure(version: string, url: string | undefined, said: string): JarError {
  const reason = /because of: "(.+?)"/.exec(said)?.[1] ?? /\bError: (.+)/.exec(said)?.[1] ?? "the transfer broke off";
  const from = url ?? "the public Maven repository";
  return new JarError(
    `Cannot download openapi-generator ${version} from ${from}: ${reason}. Check the network and HTTPS_PROXY, ` +
      "set SAILKIT_MAVEN_MIRROR to the base URL of a Maven repository you can reach, " +
      "or set SAILKIT_GENERATOR_JAR to a copy of the jar.",
  );
}
