import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Exactly the files that the tarball of a package has: what npm asks for, and for every source file its declarations and its
 * code, or one file of code where the package is built as one.
 * @param folder absolute path of the package
 */
export function allowedFiles(folder: string): string[] {
  const sources = readdirSync(path.join(folder, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
    .map((entry) =>
      path.relative(path.join(folder, "src"), path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    );
  const { scripts } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    scripts?: { build?: string };
  };
  const code = scripts?.build?.includes("--bundle") ? ["index.ts"] : sources;
  const built = [
    ...sources.map((source) => `dist/${source.replace(/\.ts$/, ".d.ts")}`),
    ...code.map((source) => `dist/${source.replace(/\.ts$/, ".js")}`),
  ];
  return ["CHANGELOG.md", "LICENSE", "README.md", "package.json", ...built].sort();
}
