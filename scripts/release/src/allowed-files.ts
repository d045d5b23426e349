import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface Manifest {
  readonly scripts?: { readonly build?: string };
  readonly exports?: Readonly<Record<string, string | { readonly default?: string }>>;
}

/** What entries of a bundled package share, named by the bundler after its content. */
const CHUNK = /^[A-Z0-9]{8}\.js$/;

/**
 * Exactly the files that the tarball of a package has: what npm asks for, and for every source file its declarations and its
 * code; where the package is bundled, the code of its entries and what they share instead.
 * @param folder absolute path of the package, which is built
 */
export function allowedFiles(folder: string): string[] {
  const sources = filesIn(path.join(folder, "src"), /(?<!\.d)\.ts$/);
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
  const code = manifest.scripts?.build?.includes("--bundle")
    ? [
        ...entries(folder, manifest),
        ...filesIn(path.join(folder, "dist/chunks"), CHUNK).map((file) => `chunks/${file}`),
      ]
    : sources.map((source) => source.replace(/\.ts$/, ".js"));
  const built = [...sources.map((source) => source.replace(/\.ts$/, ".d.ts")), ...code].map((file) => `dist/${file}`);
  return ["CHANGELOG.md", "LICENSE", "README.md", "package.json", ...built].sort();
}

/** The code of a bundled package, from `dist`: for each source file that `exports` leads to. */
function entries(folder: string, { exports = {} }: Manifest): string[] {
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [] : (target.default ?? []),
  );
  const patterns = targets.map((target) => target.replace(/^\.\/dist\//, "").replace(/\.js$/, ".ts"));
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: path.join(folder, "src") }));
  return [...new Set(found)].map((file) => file.replaceAll("\\", "/").replace(/\.ts$/, ".js"));
}

function filesIn(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}
