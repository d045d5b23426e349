import { inRepository } from "../../config/in-repository.ts";
import { readCommitted } from "../../git/read-committed.ts";

/**
 * Text files of this repository as a commit has them.
 * @param paths below the root of the repository, with forward slashes: files, or folders with all that is in them
 * @param commit the last one where left out
 * @returns by path; undefined where this is no clone, git is missing, or knows no such commit
 */
export async function committedFiles(
  paths: readonly string[],
  commit = "HEAD",
): Promise<Map<string, string> | undefined> {
  const files = await readCommitted(inRepository(""), paths, commit);
  return files && new Map([...files].map(([file, bytes]) => [file, bytes.toString("utf8")]));
}
