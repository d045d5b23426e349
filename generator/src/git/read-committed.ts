import { spawn } from "node:child_process";

/**
 * Files of a repository as a commit has them.
 * @param root absolute path of the root of the repository, or of a folder in it
 * @param paths below it, with `/`: files, or folders with all that is in them
 * @param commit the last one where left out
 * @returns by path below `root`; undefined where this is no clone, git is missing, or knows no such commit
 */
export async function readCommitted(
  root: string,
  paths: readonly string[],
  commit = "HEAD",
): Promise<Map<string, Buffer> | undefined> {
  const listed = await git(root, ["ls-tree", "-r", "-z", commit, "--", ...paths], "");
  if (listed === undefined) return undefined;
  // `100644 blob 0a1b…\tpath`: links and submodules are no files.
  const entries = listed
    .toString("utf8")
    .split("\0")
    .map((line) => /^100\d+ blob ([0-9a-f]+)\t([\s\S]*)$/.exec(line))
    .flatMap((match) => (match ? [{ id: match[1] as string, file: match[2] as string }] : []));
  const batch = await git(root, ["cat-file", "--batch"], entries.map(({ id }) => `${id}\n`).join(""));
  return batch && new Map(contents(batch).map((bytes, index) => [entries[index]?.file ?? "", bytes]));
}

/** Each object follows a line that ends in its size. */
function contents(batch: Buffer): Buffer[] {
  const objects: Buffer[] = [];
  for (let at = 0; at < batch.length; ) {
    const end = batch.indexOf(10, at);
    const size = Number(batch.toString("latin1", at, end).split(" ").at(-1));
    objects.push(batch.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return objects;
}

function git(root: string, args: readonly string[], input: string): Promise<Buffer | undefined> {
  const child = spawn("git", args, { cwd: root, stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", () => resolve(undefined));
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
