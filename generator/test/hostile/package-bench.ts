import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRepository } from "../../src/config/in-repository.ts";
import { writeFiles } from "../wire/build-package.ts";
import type { HostilePackage } from "./generate-package.ts";
import type { ProbeReport } from "./import-probe.ts";

/** What the packages of a bench turned out to be. */
export interface BenchReport {
  /** Compiler messages, by package. */
  readonly errors: ReadonlyMap<string, readonly string[]>;
  readonly probes: Readonly<Record<string, ProbeReport>>;
}

/** Programs beside the package that import from it by its name. */
const OWN_NAME = /(?<=from ")[^".][^"]*(?=";)/g;

/**
 * Compiles packages strictly, with TypeScript 7 in one run, and imports and calls them in a process of their own.
 * @param packages by a name that can be a folder; `check` is a program of type assertions that is compiled with the package
 */
export async function benchPackages(
  packages: ReadonlyMap<string, HostilePackage & { readonly check?: string }>,
): Promise<BenchReport> {
  const root = await mkdtemp(path.join(tmpdir(), "sailkit-bench-"));
  try {
    for (const [name, one] of packages) await writePackage(path.join(root, name), one);
    const folders = [...packages.keys()].map((name) => path.join(root, name));
    const [errors, probes] = await Promise.all([compile(root, packages), probe(folders)]);
    return { errors, probes };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function writePackage(folder: string, one: HostilePackage & { readonly check?: string }): Promise<void> {
  const files = new Map([...one.files].filter(([file]) => !file.endsWith(".md")));
  for (const [file, text] of files) {
    if (file.startsWith("docs/examples/")) files.set(file, text.replace(OWN_NAME, importedFrom(file)));
  }
  if (one.check !== undefined) files.set("check.ts", one.check);
  files.set("probe.json", JSON.stringify({ document: one.document, functions: one.functions }));
  await mkdir(folder, { recursive: true });
  await writeFiles(folder, files);
}

const importedFrom = (file: string) => `${"../".repeat(file.split("/").length - 1)}src/index.ts`;

async function compile(
  root: string,
  packages: ReadonlyMap<string, HostilePackage>,
): Promise<Map<string, readonly string[]>> {
  const [first] = packages.values();
  const { compilerOptions } = JSON.parse(first?.files.get("tsconfig.json") ?? "{}") as { compilerOptions: object };
  const config = {
    compilerOptions: {
      ...compilerOptions,
      rootDir: ".",
      noEmit: true,
      types: ["node"],
      typeRoots: [inRepository("node_modules/@types")],
    },
    include: ["*/src", "*/docs", "*/check.ts"],
  };
  await writeFile(path.join(root, "tsconfig.json"), JSON.stringify(config));
  const tsc = inRepository("node_modules/typescript/bin/tsc");
  const { stdout } = await run([tsc, "-p", root, "--pretty", "false"], root);
  const errors = new Map<string, string[]>([...packages.keys()].map((name) => [name, []]));
  for (const line of stdout.split("\n").filter((one) => /error TS\d/.test(one))) {
    const [, name = ""] = /^([^/\\(]+)[/\\]/.exec(line) ?? [];
    const found = errors.get(name) ?? [...errors.values()][0];
    found?.push(line);
  }
  return errors;
}

async function probe(folders: readonly string[]): Promise<Record<string, ProbeReport>> {
  const { stdout, stderr } = await run([inRepository("generator/test/hostile/import-probe.ts"), ...folders]);
  try {
    return JSON.parse(stdout) as Record<string, ProbeReport>;
  } catch {
    throw new Error(`The probe failed: ${stderr}${stdout.slice(0, 1000)}`);
  }
}

function run(args: readonly string[], cwd = inRepository(".")): Promise<{ stdout: string; stderr: string }> {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", () => resolve({ stdout, stderr }));
  });
}
