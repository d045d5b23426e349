import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRepository } from "../../../src/config/in-repository.ts";

/** A stand-alone package with its docs, on the disk. */
export interface GeneratedDocs {
  readonly root: string;
  /** Name of the package. */
  readonly package: string;
  /** Every file below `docs/`, by its path in there. */
  readonly files: ReadonlyMap<string, string>;
  /** Milliseconds from the start of the command to its end. */
  readonly time: number;
  remove(): void;
}

/**
 * Generates a package and its docs with the command people use.
 * @param spec a file, or a document
 * @throws Error with what the command said where it fails
 */
export async function generateDocs(spec: string | object): Promise<GeneratedDocs> {
  const root = mkdtempSync(path.join(tmpdir(), "sailkit-docs-"));
  const file = typeof spec === "string" ? spec : path.join(root, "spec.json");
  if (typeof spec !== "string") writeFileSync(file, JSON.stringify(spec));
  const out = path.join(root, "package");
  const start = performance.now();
  const args = [inRepository("generator/bin/sailkit.ts"), "generate", "--spec", file, "--out", out, "--docs"];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, CI: "true" },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  const [code] = (await once(child, "close")) as [number];
  const remove = () => rmSync(root, { recursive: true, force: true });
  if (code !== 0) {
    remove();
    throw new Error(said);
  }
  const { name } = JSON.parse(readFileSync(path.join(out, "package.json"), "utf8")) as { name: string };
  return { root: out, package: name, files: readTree(path.join(out, "docs")), time: performance.now() - start, remove };
}

/** Every file below a folder, by its path with forward slashes. */
export function readTree(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  return new Map(paths.sort().map((file) => [file.replaceAll("\\", "/"), readFileSync(path.join(root, file), "utf8")]));
}
