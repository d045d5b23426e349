import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { replaceFile } from "./replace-file.ts";

/**
 * Remembers files as they are, so that a change that fails half-way can be taken back.
 *
 * @param files absolute paths; they need not exist
 * @param folder absolute path of a folder whose Markdown files, new ones included, are remembered as well
 * @returns puts back what differs, and removes what was not there
 */
export function rememberFiles(files: readonly string[], folder: string): () => void {
  const before = new Map([...files, ...markdownIn(folder)].map((file) => [file, contentOf(file)]));
  return () => {
    for (const file of markdownIn(folder)) if (!before.has(file)) rmSync(file, { force: true });
    for (const [file, content] of before) {
      if (content === undefined) rmSync(file, { force: true });
      else if (!contentOf(file)?.equals(content)) replaceFile(file, content);
    }
  };
}

function markdownIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(folder, name));
}

function contentOf(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
