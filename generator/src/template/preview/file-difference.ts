import { type DiffHunk, diffLines } from "./diff-lines.ts";

/** How a file that the templates make differs from what is committed. */
export interface FileDifference {
  readonly path: string;
  readonly status: "changed" | "added" | "removed";
  readonly hunks: readonly DiffHunk[];
  /** Lines put in, and taken out. */
  readonly added: number;
  readonly removed: number;
}

/** Compares the files of two outputs, by path; equal ones are left out. */
export function fileDifferences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): FileDifference[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): FileDifference[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) return [];
    const hunks = diffLines(old ?? "", now ?? "");
    const count = (sign: string) => hunks.flatMap(({ lines }) => lines).filter((line) => line.sign === sign).length;
    const status = old === undefined ? "added" : now === undefined ? "removed" : "changed";
    return [{ path, status, hunks, added: count("+"), removed: count("-") }];
  });
}
