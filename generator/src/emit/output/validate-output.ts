import { OutputError } from "./output-error.ts";
import type { OutputFiles } from "./output-files.ts";
import { validateOutputPath } from "./validate-output-path.ts";

/**
 * Checks a whole output tree before any of it is written: each path is safe, lies in exactly one owned unit, and no two
 * of them are the same to a file system that ignores case or normalises Unicode.
 *
 * @param owned Relative folders or files that the generator owns wholly.
 * @returns For each owned unit, in the order given, the files in it.
 * @throws {OutputError} with code `unsafe-path`.
 */
export function validateOutput(next: OutputFiles, owned: readonly string[]): Map<string, Map<string, string>> {
  const units = new Map(owned.map((unit) => [unit, new Map<string, string>()]));
  for (const unit of units.keys()) {
    validateOutputPath(unit);
    const outer = enclosing(unit, (parent) => parent !== unit && units.has(parent));
    if (outer !== undefined) throw unsafe(`The owned path ${unit} lies in ${outer}, which is owned too.`);
  }
  const spellings = new Map<string, { path: string; isFile: boolean }>();
  for (const [path, text] of next) {
    validateOutputPath(path);
    const unit = enclosing(path, (parent) => units.has(parent));
    if (unit === undefined) throw unsafe(`The output file ${path} lies outside ${owned.join(", ")}.`);
    claimSpelling(spellings, path);
    units.get(unit)?.set(path, text);
  }
  return units;
}

/** The first of `path` and its parents, outermost first, that passes the test. */
function enclosing(path: string, test: (parent: string) => boolean): string | undefined {
  return prefixes(path).find(test);
}

function prefixes(path: string): string[] {
  const segments = path.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

function claimSpelling(spellings: Map<string, { path: string; isFile: boolean }>, path: string): void {
  for (const prefix of prefixes(path)) {
    const isFile = prefix === path;
    const folded = prefix.normalize("NFC").toLowerCase();
    const earlier = spellings.get(folded);
    if (earlier === undefined) {
      spellings.set(folded, { path: prefix, isFile });
    } else if (earlier.path !== prefix) {
      throw unsafe(`The output paths ${earlier.path} and ${prefix} are one path where file systems ignore case.`);
    } else if (isFile || earlier.isFile) {
      throw unsafe(`The output path ${prefix} is both a file and a folder.`);
    }
  }
}

function unsafe(message: string): OutputError {
  return new OutputError(
    "unsafe-path",
    `${message} Nothing was written. Rename one of the tags or schemas they come from, in the spec or in the overlay.`,
  );
}
