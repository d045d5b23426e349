import pc from "picocolors";
import { printable } from "../../progress/printable.ts";
import type { FileDifference } from "./file-difference.ts";

export interface RenderDifferencesOptions {
  readonly color: boolean;
  /** Lines of differences to show; further files are counted. Default 400. */
  readonly most?: number;
}

/** Lays out differences for people: per file its lines taken out in red and put in in green. */
export function renderDifferences(
  differences: readonly FileDifference[],
  { color, most = 400 }: RenderDifferencesOptions,
): string {
  const { bold, cyan, dim, green, red } = pc.createColors(color);
  const lines: string[] = [];
  for (const { path, status, hunks, added, removed } of differences) {
    const sum = `${green(`+${added}`)} ${red(`-${removed}`)}`;
    lines.push(`${bold(path)} ${status === "changed" ? "" : `(${status}) `}${sum}`);
    if (lines.length > most) continue;
    for (const hunk of hunks) {
      lines.push(cyan(`@@ line ${hunk.after} @@`));
      for (const { sign, text } of hunk.lines) {
        const line = `${sign} ${printable(text)}`;
        lines.push(sign === "+" ? green(line) : sign === "-" ? red(line) : dim(line));
        if (lines.length > most) break;
      }
      if (lines.length > most) break;
    }
    if (lines.length > most)
      lines.push(dim("… more; of the files below only what changed is counted. --full shows all."));
  }
  return lines.map((line) => `${line}\n`).join("");
}
