import { type BundleSizes, bundleSizes } from "./bundle-sizes.ts";
import { compareExports } from "./compare-exports.ts";
import type { ExportChange } from "./export-change.ts";
import type { SourceTree, SourceTrees } from "./source-trees.ts";

/** What those who use a package notice of a change of its templates. */
export interface ConsumerImpact {
  readonly level: "none" | "patch" | "minor" | "major";
  readonly exports: readonly ExportChange[];
  /** Source files that differ, below `src`. */
  readonly sources: readonly string[];
  /** Reference pages and programs that differ. They are not in the package. */
  readonly docs: readonly string[];
  readonly sizes: { readonly before: BundleSizes; readonly after: BundleSizes };
}

const LEVELS = ["none", "patch", "minor", "major"] as const;

/** Compares two editions of a package. */
export async function consumerImpact(trees: SourceTrees): Promise<ConsumerImpact> {
  const { before, after } = trees;
  const differing = [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
  const isShipped = (file: string) => file.startsWith("src/") && file.endsWith(".ts");
  const sources = differing.filter(isShipped);
  const [exports, sizes] = await Promise.all([compareExports(trees), sizesOf(before, after, sources.length > 0)]);
  const levels = [
    ...exports.map(({ level }) => level),
    ...(sources.some((file) => !isBannerOnly(before, after, file)) ? (["patch"] as const) : []),
  ];
  const level = LEVELS[Math.max(0, ...levels.map((one) => LEVELS.indexOf(one)))] ?? "none";
  return { level, exports, sources, docs: differing.filter((file) => file.startsWith("docs/")), sizes };
}

/** Nobody who uses a package sees its line comments. */
function isBannerOnly(before: SourceTree, after: SourceTree, file: string): boolean {
  const bare = (text = "") => text.replace(/^\s*\/\/.*\n/gm, "");
  return bare(before.get(file)) === bare(after.get(file));
}

async function sizesOf(before: SourceTree, after: SourceTree, differs: boolean): Promise<ConsumerImpact["sizes"]> {
  const old = await bundleSizes(before);
  return { before: old, after: differs ? await bundleSizes(after) : old };
}
