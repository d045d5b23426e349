import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../../config/in-repository.ts";
import { committedFiles } from "../preview/committed-files.ts";

/** Files by path below the folder of a package, with forward slashes. */
export type SourceTree = ReadonlyMap<string, string>;

/** The sources and reference pages of a package as some commit has them, and as they are now. */
export interface SourceTrees {
  readonly before: SourceTree;
  readonly after: SourceTree;
}

/**
 * Reads both.
 * @param folder of the package, relative to the root of the repository
 * @param base a commit
 * @throws Error where git does not know the commit
 */
export async function sourceTrees(folder: string, base: string): Promise<SourceTrees> {
  const committed = await committedFiles([`${folder}/src`, `${folder}/docs`], base);
  if (!committed)
    throw new Error(`git cannot show ${base}: name a commit by --base, such as the branch you started from.`);
  const before = new Map([...committed].map(([file, text]) => [file.slice(folder.length + 1), text]));
  return { before, after: new Map(["src", "docs"].flatMap((part) => filesBelow(inRepository(folder), part))) };
}

function filesBelow(root: string, folder: string): [string, string][] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).replaceAll("\\", "/"), readFileSync(file, "utf8")];
    });
}
