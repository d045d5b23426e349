import { resolve } from "node:path";
import { compareUnit } from "./compare-unit.ts";
import type { OutputFiles } from "./output-files.ts";
import { readUnit } from "./read-unit.ts";
import { validateOutput } from "./validate-output.ts";

/** How an output folder differs from the tree it should hold: relative paths with forward slashes, sorted. */
export interface OutputDifference {
  /** On the disk, with another text. */
  readonly changed: string[];
  /** Not on the disk. */
  readonly missing: string[];
  /** In an owned folder, and not in the tree. */
  readonly extra: string[];
}

/**
 * Compares an output folder with the tree it should hold. Changes nothing.
 *
 * @param root The output folder; need not exist.
 * @param options.owned Relative folders or files that the generator owns wholly; the rest of `root` is not looked at.
 * @throws {OutputError} when a path of `next` is unsafe, or an owned path is a symbolic link.
 */
export async function compareOutput(
  root: string,
  next: OutputFiles,
  options: { owned: readonly string[] },
): Promise<OutputDifference> {
  const folder = resolve(root);
  const differences = [...validateOutput(next, options.owned)].map(([unit, files]) =>
    compareUnit(folder, readUnit(folder, unit), files),
  );
  return {
    changed: differences.flatMap(({ changed }) => changed).sort(),
    missing: differences.flatMap(({ missing }) => missing).sort(),
    extra: differences.flatMap(({ extra }) => extra).sort(),
  };
}
