import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { JarError } from "../../java/jar-error.ts";
import { pinnedJar } from "../../java/pinned-jar.ts";

const METADATA = "org/openapitools/openapi-generator-cli/maven-metadata.xml";

/** How long the list of releases may take, in ms. */
const TIME_OUT = 30_000;

/**
 * The newest release of openapi-generator: from the mirror that `SAILKIT_MAVEN_MIRROR` names, or as the npm wrapper knows it.
 * @throws JarError where nobody tells
 */
export async function newestVersion(env: NodeJS.ProcessEnv): Promise<string> {
  const mirror = env.SAILKIT_MAVEN_MIRROR?.replace(/\/+$/, "");
  try {
    const known = mirror ? await fromMirror(`${mirror}/${METADATA}`) : await fromWrapper(env);
    const newest = known
      .filter((version) => /^\d+\.\d+\.\d+$/.test(version))
      .sort(byVersion)
      .at(-1);
    // Without a network, the wrapper tells of the releases of years ago.
    if (newest === undefined || byVersion(newest, pinnedJar.version) < 0)
      throw new Error("there is no list of releases");
    return newest;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new JarError(`The newest openapi-generator cannot be told: ${reason}. Name one by --to, or a jar by --jar.`);
  }
}

async function fromMirror(url: string): Promise<string[]> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIME_OUT) });
  if (!response.ok) throw new Error(`${url} answers with status ${response.status}`);
  return [...(await response.text()).matchAll(/<version>([^<]+)<\/version>/g)].map(([, version = ""]) => version);
}

async function fromWrapper(env: NodeJS.ProcessEnv): Promise<string[]> {
  const main = createRequire(import.meta.url).resolve("@openapitools/openapi-generator-cli/main.js");
  // It writes its settings into the current folder.
  const cwd = await mkdtemp(path.join(tmpdir(), "sailkit-versions-"));
  try {
    const child = spawn(process.execPath, [main, "version-manager", "list", "--json"], {
      cwd,
      env: { ...env, PWD: cwd, INIT_CWD: cwd },
      stdio: ["ignore", "pipe", "ignore"],
      timeout: TIME_OUT,
      windowsHide: true,
    });
    const said = await new Promise<string>((resolve, reject) => {
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      child.on("error", reject);
      child.on("close", () => resolve(text));
    });
    return [...said.matchAll(/"version": "([^"]+)"/g)].map(([, version = ""]) => version);
  } finally {
    await rm(cwd, { recursive: true, force: true, maxRetries: 3 });
  }
}

function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  return [0, 1, 2].map((index) => (left[index] ?? 0) - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
