import { existsSync } from "node:fs";
import path from "node:path";
import { runNode } from "../run-node.ts";

/**
 * The Node on the user's PATH, beside the pinned one, if it can `require` ESM: from 20.19 and 22.12 on. Older ones reach the
 * packages through `import()` alone.
 */
export async function otherNodes(): Promise<string[]> {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const found = (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "" && !folder.includes("node_modules"))
    .map((folder) => path.join(folder, name))
    .find(existsSync);
  if (found === undefined) return [];
  const args = ["-p", "[process.version, process.features.require_module]"];
  const { stdout } = await runNode(args, path.dirname(found), { node: found });
  return stdout.includes("true") && !stdout.includes(`'${process.version}'`) ? [found] : [];
}
