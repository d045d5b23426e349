import { spawnSync } from "node:child_process";

/**
 * The files below a folder as git has them in the last commit, by path relative to it, with `/`.
 * @param root absolute path of the root of the repository
 * @param folder relative to it, with `/`
 * @returns undefined where there is no git, no repository, or no commit
 */
export function committedFiles(root: string, folder: string): Map<string, Buffer> | undefined {
  const listed = git(root, ["ls-tree", "-r", "-z", "HEAD", "--", `${folder}/`]);
  if (!listed) return undefined;
  // `100644 blob 0a1b…\tpath`
  const entries = listed
    .toString()
    .split("\0")
    .map((line) => /^100\d+ blob ([0-9a-f]+)\t(.*)$/.exec(line))
    .flatMap((match) => (match ? [{ id: match[1] as string, file: match[2] as string }] : []));
  const output = git(root, ["cat-file", "--batch"], entries.map(({ id }) => `${id}\n`).join(""));
  if (!output) return undefined;
  const files = new Map<string, Buffer>();
  let at = 0;
  for (const { file } of entries) {
    const start = output.indexOf(10, at) + 1;
    // `0a1b… blob 1234`
    const size = Number(output.toString("latin1", at, start).trim().split(" ")[2]);
    files.set(file.slice(folder.length + 1), output.subarray(start, start + size));
    at = start + size + 1;
  }
  return files;
}

function git(root: string, args: readonly string[], input = ""): Buffer | undefined {
  const { status, stdout } = spawnSync("git", args, { cwd: root, input, maxBuffer: 2 ** 30, windowsHide: true });
  return status === 0 ? stdout : undefined;
}
