import { spawn } from "node:child_process";
import { inRepository } from "../../pipeline/repository.ts";

/**
 * Files of the repository as a commit has them.
 * @param paths below the root of the repository, with forward slashes: files, or folders with all that is in them
 * @param commit the last one where left out
 * @returns by path; undefined where this is no clone, git is missing, or knows no such commit
 */
export async function committedFiles(
  paths: readonly string[],
  commit = "HEAD",
): Promise<Map<string, string> | undefined> {
  const listed = await git(["ls-tree", "-r", "-z", "--name-only", commit, "--", ...paths], "");
  if (listed === undefined) return undefined;
  const names = listed.toString("utf8").split("\0").filter(Boolean);
  const batch = await git(["cat-file", "--batch"], names.map((name) => `${commit}:${name}\n`).join(""));
  return batch && new Map(contents(batch).map((text, index) => [names[index] ?? "", text]));
}

/** Each object follows a line that ends in its size. */
function contents(batch: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < batch.length; ) {
    const end = batch.indexOf(10, at);
    const size = Number(batch.toString("latin1", at, end).split(" ").at(-1));
    texts.push(batch.toString("utf8", end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
}

function git(args: readonly string[], input: string): Promise<Buffer | undefined> {
  const child = spawn("git", args, { cwd: inRepository(""), stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", () => resolve(undefined));
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
