import { readdirSync } from "node:fs";
import path from "node:path";

/**
 * Exactly the files that the tarball of a package has: what npm asks for, and two for every source file.
 * @param folder absolute path of the package
 */
export function allowedFiles(folder: string): string[] {
  const sources = readdirSync(path.join(folder, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
    .map((entry) =>
      path.relative(path.join(folder, "src"), path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    );
  const built = sources.flatMap((source) => [".js", ".d.ts"].map((end) => `dist/${source.replace(/\.ts$/, end)}`));
  return ["CHANGELOG.md", "LICENSE", "README.md", "package.json", ...built].sort();
}
