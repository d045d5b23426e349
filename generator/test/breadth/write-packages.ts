import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { linkDependency } from "../../src/emit/package/link-dependency.ts";
import { packageFiles } from "../../src/emit/package/package-files.ts";
import type { BuiltSpec } from "./build-together.ts";

/** Writes a stand-alone package for each built spec into a folder of its own below `root`, their dependency beside them. */
export async function writePackages(root: string, built: ReadonlyMap<string, BuiltSpec>): Promise<void> {
  const target = { extent: "package", command: "sailkit generate" } as Parameters<typeof packageFiles>[0];
  for (const [spec, { client, files }] of built) {
    const all = new Map(packageFiles(target, client));
    for (const [file, text] of files) all.set(`src/generated/${file}`, text);
    const folder = path.join(root, path.basename(spec).replace(/\W+/g, "-"));
    for (const [file, text] of all) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
  }
  linkDependency(root);
}
