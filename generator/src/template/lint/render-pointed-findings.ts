import pc from "picocolors";
import { printable } from "../../progress/printable.ts";

/** A finding about one place of a template. */
export interface PointedFinding {
  readonly rule: string;
  /** As an editor opens it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly excerpt: string;
}

/** Longest excerpt, in characters. */
const WIDTH = 110;

/** Lays out findings for people: file, line and column as editors open them, the line, and a mark below the place. */
export function renderPointedFindings(findings: readonly PointedFinding[], { color }: { color: boolean }): string {
  const { bold, cyan, dim, red } = pc.createColors(color);
  return findings
    .map(({ rule, file, line, column, message, excerpt }) => {
      const from = Math.max(0, Math.min(column - 20, excerpt.length - WIDTH));
      const shown = printable(excerpt.slice(from, from + WIDTH));
      const mark = `${" ".repeat(Math.max(0, column - 1 - from))}^`;
      const place = bold(`${file}:${line}:${column}`);
      return `${place} ${red(rule)} ${printable(message)}\n    ${cyan(shown)}\n    ${dim(mark)}\n`;
    })
    .join("");
}
