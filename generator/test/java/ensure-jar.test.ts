import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ensureJar } from "../../src/java/ensure-jar.ts";
import { JarError } from "../../src/java/jar-error.ts";
import { mavenMirror } from "./maven-mirror.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const CONTENT = Buffer.from("a stand-in for 32 MB of classes ".repeat(1000));
const PIN = { version: "0.0.7", sha256: sha256(CONTENT) };
const FILE = `openapi-generator-0.0.7-${PIN.sha256.slice(0, 12)}.jar`;

function sha256(data: Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function environment(cache: string, mirror: string): NodeJS.ProcessEnv {
  const { SAILKIT_GENERATOR_JAR: _, ...rest } = process.env;
  return { ...rest, SAILKIT_CACHE_DIR: cache, SAILKIT_MAVEN_MIRROR: mirror };
}

describe("ensureJar", { timeout: 30_000 }, () => {
  it("downloads once for three processes that start together", async () => {
    const cache = temporaryFolder();
    const mirror = await mavenMirror((_, response) => response.end(CONTENT));
    const child = path.join(import.meta.dirname, "ensure-jar-child.ts");
    const env = environment(cache, mirror.url);
    const runs = await Promise.all(
      [1, 2, 3].map(() => promisify(execFile)(process.execPath, [child, PIN.version, PIN.sha256], { env })),
    );
    expect(runs.map(({ stdout }) => stdout)).toEqual(Array(3).fill(path.join(cache, FILE)));
    expect(mirror.requests).toEqual([
      "/maven2/org/openapitools/openapi-generator-cli/0.0.7/openapi-generator-cli-0.0.7.jar",
    ]);
    expect(readFileSync(path.join(cache, FILE))).toEqual(CONTENT);
    expect(readdirSync(cache).sort()).toEqual([FILE, `${FILE}.verified`]);
  });

  it("names both hashes and keeps nothing when the mirror gives another file", async () => {
    const cache = temporaryFolder();
    const other = Buffer.from("something else");
    const mirror = await mavenMirror((_, response) => response.end(other));
    const error = await ensureJar({ pin: PIN, env: environment(cache, mirror.url) }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(JarError);
    expect(String(error)).toContain(`expected SHA-256 ${PIN.sha256}\n  got      SHA-256 ${sha256(other)}`);
    expect(String(error)).toContain(mirror.url);
    expect(readdirSync(cache)).toEqual([]);
  });

  it("says what a failed download was told, and what else can be done", async () => {
    const cache = temporaryFolder();
    const mirror = await mavenMirror((_, response) => response.writeHead(404).end());
    const failed = ensureJar({ pin: PIN, env: environment(cache, mirror.url) });
    await expect(failed).rejects.toThrow(
      /Cannot download openapi-generator 0\.0\.7 from http.*\/openapi-generator-cli-0\.0\.7\.jar: .*404.*HTTPS_PROXY.*SAILKIT_MAVEN_MIRROR.*SAILKIT_GENERATOR_JAR/,
    );
    expect(readdirSync(cache)).toEqual([]);
  });

  it("keeps nothing of a transfer that breaks off", async () => {
    const cache = temporaryFolder();
    const mirror = await mavenMirror((_, response) => {
      response.writeHead(200, { "content-length": CONTENT.length });
      response.write(CONTENT.subarray(0, 1000), () => response.destroy());
    });
    await expect(ensureJar({ pin: PIN, env: environment(cache, mirror.url) })).rejects.toThrow(JarError);
    expect(readdirSync(cache)).toEqual([]);
  });

  it("fetches a truncated jar again, and leaves a whole one alone", async () => {
    const cache = temporaryFolder();
    const mirror = await mavenMirror((_, response) => response.end(CONTENT));
    const options = { pin: PIN, env: environment(cache, mirror.url) };
    const { file } = await ensureJar(options);
    truncateSync(file, 100);
    await ensureJar(options);
    expect(statSync(file).size).toBe(CONTENT.length);
    utimesSync(file, 1, 1);
    await ensureJar(options);
    await ensureJar(options);
    expect(mirror.requests).toHaveLength(2);
  });

  it("removes what a killed download left behind", async () => {
    const cache = temporaryFolder();
    const left = path.join(cache, "download-left");
    await promisify(execFile)(process.execPath, ["-e", `fs.mkdirSync(${JSON.stringify(left)})`]);
    const mirror = await mavenMirror((_, response) => response.end(CONTENT));
    await ensureJar({ pin: PIN, env: environment(cache, mirror.url) });
    expect(readdirSync(cache).sort()).toEqual([FILE, `${FILE}.verified`]);
  });

  it("stops a download when told to", async () => {
    const cache = temporaryFolder();
    const abort = new AbortController();
    const reason = new Error("enough");
    const mirror = await mavenMirror(() => abort.abort(reason));
    const stopped = ensureJar({ pin: PIN, env: environment(cache, mirror.url), signal: abort.signal });
    await expect(stopped).rejects.toBe(reason);
    expect(readdirSync(cache)).toEqual([]);
  });
});

describe("SAILKIT_GENERATOR_JAR", () => {
  it("is used in place, without network or cache", async () => {
    const [folder, cache] = [temporaryFolder(), temporaryFolder()];
    const file = path.join(folder, "mine.jar");
    writeFileSync(file, CONTENT);
    const mirror = await mavenMirror((_, response) => response.end(CONTENT));
    const env = { ...environment(cache, mirror.url), SAILKIT_GENERATOR_JAR: file };
    expect(await ensureJar({ pin: PIN, env })).toEqual({ ...PIN, file });
    expect([mirror.requests, readdirSync(folder), readdirSync(cache)]).toEqual([[], ["mine.jar"], []]);
  });

  it("is refused when it is another file, naming both hashes", async () => {
    const file = path.join(temporaryFolder(), "mine.jar");
    writeFileSync(file, "other");
    await expect(ensureJar({ pin: PIN, env: { SAILKIT_GENERATOR_JAR: file } })).rejects.toThrow(
      new RegExp(`SAILKIT_GENERATOR_JAR.*\\n.*${PIN.sha256}\\n.*${sha256(Buffer.from("other"))}`),
    );
  });

  it("is refused when there is no such file", async () => {
    const file = path.join(temporaryFolder(), "typo.jar");
    await expect(ensureJar({ pin: PIN, env: { SAILKIT_GENERATOR_JAR: file } })).rejects.toThrow(
      `SAILKIT_GENERATOR_JAR is ${file}, and there is no such file.`,
    );
  });
});
