import { ensureArchive } from "../../java/ensure-archive.ts";
import { ensureJar, type VerifiedJar } from "../../java/ensure-jar.ts";
import { findJava, type JavaInstall } from "../../java/find-java.ts";
import type { DoctorCheck } from "./doctor-check.ts";

/**
 * Finds Java, fetches and verifies the jar, makes the class archive, and tells how each went.
 *
 * @param env where settings are read from
 * @param signal stops a download
 */
export async function checkJava(env: NodeJS.ProcessEnv, signal: AbortSignal | undefined): Promise<DoctorCheck[]> {
  const [java, jar] = await Promise.allSettled([findJava(env), ensureJar({ env, signal })]);
  signal?.throwIfAborted();
  return [
    outcome("java", java, ({ version, command, source }) => `Java ${version} (${command}, by ${source})`),
    outcome("jar", jar, ({ version, sha256, file }) => `openapi-generator ${version}, SHA-256 ${sha256} (${file})`),
    await archive(java, jar, env, signal),
  ];
}

function outcome<T>(id: DoctorCheck["id"], result: PromiseSettledResult<T>, detail: (value: T) => string): DoctorCheck {
  if (result.status === "fulfilled") return { id, ok: true, detail: detail(result.value) };
  return { id, ok: false, detail: result.reason instanceof Error ? result.reason.message : String(result.reason) };
}

/** Never in the way: without an archive the tool runs, only slower. */
async function archive(
  java: PromiseSettledResult<JavaInstall>,
  jar: PromiseSettledResult<VerifiedJar>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<DoctorCheck> {
  if (java.status === "rejected" || jar.status === "rejected") {
    return { id: "archive", ok: true, detail: "No class archive yet: it needs Java and the jar" };
  }
  const file = await ensureArchive(java.value, jar.value, { env, signal });
  if (file !== undefined) return { id: "archive", ok: true, detail: `Class archive ${file}` };
  return {
    id: "archive",
    ok: true,
    detail: "No class archive, so each run takes about 0.4 s longer",
    fix: "Use Java 17 or newer, and see the .failed file in the cache folder for what went wrong.",
  };
}
