import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRepository } from "../../config/in-repository.ts";
import type { Target } from "../../config/target.ts";
import { linkDependency } from "../../emit/package/link-dependency.ts";
import { packageFiles } from "../../emit/package/package-files.ts";
import type { TemplateData } from "../read-template-data.ts";

/** A package in a temporary folder, as the templates make it, to be compiled. */
export interface ScratchPackage {
  readonly folder: string;
  /** The project to compile: the package as strictly as it is shipped, together with those who use it. */
  readonly project: string;
  /** Writes files by path below the folder. @returns their absolute paths */
  write(files: Iterable<readonly [path: string, text: string]>): string[];
  /** The path below the folder of an absolute one, with forward slashes. */
  pathOf(file: string): string;
  remove(): void;
}

const SDK = "packages/beta-sdk";

/**
 * Lays out a package: the runtime and settings of the client, and what imports it: programs of the docs, and the sdk where the
 * package is the one that the sdk is made for.
 */
export function scratchPackage(target: Target, { client }: TemplateData): ScratchPackage {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sailkit-preview-")));
  const files = packageFiles({ ...target, extent: "package" }, client);
  const shipped = JSON.parse(files.get("tsconfig.json") ?? "{}") as { compilerOptions: Record<string, unknown> };
  const { rootDir: _root, outDir: _out, ...options } = shipped.compilerOptions;
  const name =
    target.extent === "generated"
      ? nameOf(target.root)
      : (JSON.parse(files.get("package.json") ?? "{}") as { name: string }).name;
  const hasSdk = target.extent === "generated" && target.sdk !== undefined && existsSync(inRepository(SDK));
  const paths = {
    [name]: ["./src/index.ts"],
    [`${name}/manifest`]: ["./src/generated/manifest.ts"],
    [`${name}/*`]: ["./src/generated/operations/*.ts"],
    ...(hasSdk && { [nameOf(inRepository(SDK))]: ["./sdk/index.ts"] }),
  };
  const project = {
    compilerOptions: {
      ...options,
      noEmit: true,
      paths,
      // For the programs: they read the environment and iterate.
      types: ["node"],
      typeRoots: [inRepository("node_modules/@types")],
      lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    },
    include: ["src", "docs/examples", ...(hasSdk ? ["sdk"] : [])],
  };
  files.set("tsconfig.json", JSON.stringify(project));
  const write = (entries: Iterable<readonly [string, string]>) =>
    [...entries].map(([file, text]) => {
      const absolute = path.join(folder, file);
      mkdirSync(path.dirname(absolute), { recursive: true });
      writeFileSync(absolute, text);
      return absolute;
    });
  write([...files].filter(([file]) => !file.endsWith(".md")));
  if (hasSdk) cpSync(inRepository(`${SDK}/src`), path.join(folder, "sdk"), { recursive: true });
  linkDependency(folder);
  return {
    folder,
    project: path.join(folder, "tsconfig.json"),
    write,
    pathOf: (file) => path.relative(folder, file).replaceAll("\\", "/"),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function nameOf(folder: string): string {
  return (JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { name: string }).name;
}
