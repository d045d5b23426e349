import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inRepository } from "../config/in-repository.ts";
import type { Target } from "../config/target.ts";
import { hashTree } from "../emit/lock/hash-tree.ts";
import type { HashedFile, Lock, LockFingerprint } from "../emit/lock/lock.ts";
import { sha256 } from "../emit/lock/sha256.ts";
import { pinnedJar } from "../java/pinned-jar.ts";

/** Packages whose version shapes the output. */
const TOOLS = ["oxc-parser", "oxfmt", "openapi-typescript", "typescript", "yaml", "js-yaml"];

/**
 * Everything the output of a target depends on, by hash: equal fingerprints give byte-identical output.
 * @param files the files the spec refers to; by default those the lock recorded last time, with their bytes of now
 */
export function fingerprint(target: Target, lock: Lock | undefined, files?: readonly HashedFile[]): LockFingerprint {
  return {
    inputs: {
      spec: hashed(target.spec),
      files: files ?? referredFiles(target, lock),
      overlay: target.overlay === undefined ? null : hashed(target.overlay),
      templates: hashTree([inRepository("templates"), ...(target.templates ?? [])], (file) =>
        file.endsWith(".mustache"),
      ),
      generator: hashTree(
        [...GENERATOR_SOURCES, ...(target.extent === "package" ? RUNTIME_SOURCES : [])].map(inRepository),
        (file) => !file.startsWith("generated/"),
      ),
      settings: {
        docs: target.docs,
        sdk: target.sdk === undefined ? null : hashed(target.sdk).sha256,
        extent: target.extent,
        command: target.command,
      },
    },
    tools: toolVersions(),
    jar: { version: pinnedJar.version, sha256: pinnedJar.sha256 },
  };
}

const GENERATOR_SOURCES = ["generator/src"];

/** What a stand-alone package gets copies of, and what its manifest and settings are made from. */
const RUNTIME_SOURCES = [
  "pnpm-workspace.yaml",
  "tsconfig.base.json",
  "packages/beta-client/package.json",
  "packages/beta-client/tsconfig.json",
  "packages/beta-client/src",
];

function hashed(file: string): HashedFile {
  return { file: path.basename(file), sha256: sha256(readFileSync(file)) };
}

function referredFiles(target: Target, lock: Lock | undefined): HashedFile[] {
  const folder = path.dirname(target.spec);
  return (lock?.inputs.files ?? []).map(({ file }) => {
    const absolute = path.resolve(folder, file);
    return { file, sha256: existsSync(absolute) ? sha256(readFileSync(absolute)) : "missing" };
  });
}

function toolVersions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  return Object.fromEntries(
    TOOLS.map((name) => {
      const folder = require.resolve
        .paths(name)
        ?.map((base) => path.join(base, name))
        .find(existsSync);
      const manifest = JSON.parse(readFileSync(path.join(folder ?? name, "package.json"), "utf8")) as {
        version: string;
      };
      return [name, manifest.version];
    }),
  );
}
