import { readFileSync } from "node:fs";
import { cpus, platform, totalmem } from "node:os";
import path from "node:path";
import { ensureJar } from "../../../../generator/src/java/ensure-jar.ts";
import { findJava } from "../../../../generator/src/java/find-java.ts";
import { compilers } from "../compile/compilers.ts";
import { repository } from "../repository.ts";

/** When, on what and with which versions the bench runs. */
export async function machineFacts(): Promise<Record<string, string>> {
  const [java, jar] = await Promise.all([findJava(), ensureJar()]);
  const peer = (name: string) => versionIn(`bench/peers/node_modules/${name}`);
  return {
    Date: new Date().toISOString().slice(0, 10),
    Machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${platform()}`,
    "Node.js": process.versions.node,
    Java: java.version,
    TypeScript: compilers.map(({ version }) => version).join(", "),
    turbo: versionIn("node_modules/turbo"),
    "hey-api": peer("@hey-api/openapi-ts"),
    orval: peer("orval"),
    "openapi-typescript": peer("openapi-typescript"),
    "openapi-generator": jar.version,
  };
}

function versionIn(folder: string): string {
  const text = readFileSync(path.join(repository, folder, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
