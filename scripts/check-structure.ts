import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { undescribedFolders } from "./structure/undescribed-folders.ts";
import { unsharedVersions } from "./structure/unshared-versions.ts";

// Holds the repository to what ARCHITECTURE.md says of it, and versions to one place. Exits 1 and says what to do otherwise.
const root = path.dirname(import.meta.dirname);
const problems = [
  ...unsharedVersions(root),
  ...undescribedFolders(trackedFiles(), readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8")),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** What git knows of, or would add. */
function trackedFiles(): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`git ls-files failed: ${stderr.trim()} Run this in a clone, not in a copy.`);
  return stdout.split("\0").filter((file) => file !== "");
}
