interface Manifest {
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** Where the compiler puts declarations, and what it makes them of: both relative to the package, `dist` and `src`. */
export interface Folders {
  readonly out: string;
  readonly root: string;
}

/**
 * The source file behind a subpath of a package (`.`, `./manifest`), by the `types` of its `exports`.
 * @returns its path relative to the package; undefined where the subpath is not exported, or has no types
 */
export function sourceOf({ exports = {} }: Manifest, subpath: string, { out, root }: Folders): string | undefined {
  // One that is named wins over a pattern that it fits.
  const entries = Object.hasOwn(exports, subpath) ? [[subpath, exports[subpath]] as const] : Object.entries(exports);
  for (const [pattern, target] of entries) {
    const types = (target as { types?: unknown } | null)?.types;
    const star = matched(pattern, subpath);
    if (star === undefined || typeof types !== "string") continue;
    const file = types.replace("*", star).replace(/^\.\//, "");
    if (file.startsWith(`${out}/`)) return `${root}${file.slice(out.length)}`.replace(/\.d\.ts$/, ".ts");
  }
  return undefined;
}

/** What stands for the `*` of a pattern; empty where it has none. */
function matched(pattern: string, subpath: string): string | undefined {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === subpath ? "" : undefined;
  if (!subpath.startsWith(before) || !subpath.endsWith(after)) return undefined;
  return subpath.slice(before.length, subpath.length - after.length);
}
