import pc from "picocolors";
import { printable } from "../../progress/printable.ts";
import type { Change } from "../change.ts";
import type { SpecDiff } from "../diff-specs.ts";
import type { Level } from "../level.ts";
import { countLevels } from "./count-levels.ts";

export interface TextOptions {
  /** Colours for terminals. */
  readonly color: boolean;
  /** Characters in a line. Default 120. */
  readonly width?: number;
  /** Show every change, not only the first 12 of a rule below major. Default false. */
  readonly verbose?: boolean;
}

const SHOWN = 12;

/** The diff as a table for terminals: greatest level first, what to do below what breaks. Ends in a newline. */
export function reportText({ bump, changes }: SpecDiff, options: TextOptions): string {
  const colors = pc.createColors(options.color);
  const paint: Record<Level, (text: string) => string> = {
    major: colors.red,
    minor: colors.yellow,
    patch: colors.cyan,
    none: colors.dim,
  };
  const idWidth = Math.max(...changes.map(({ id }) => id.length), 4);
  const indent = " ".repeat(idWidth + 9);
  const width = Math.max((options.width ?? 120) - indent.length, 30);
  const rows = shown(changes, options.verbose ?? false).flatMap(({ change, hidden }) => {
    if (!change) return [colors.dim(`${indent}and ${hidden} more; --verbose shows all`)];
    const [first = "", ...rest] = wrap(printable(change.message), width);
    return [
      `${paint[change.level](change.level.padEnd(7))} ${colors.bold(change.id.padEnd(idWidth))} ${first}`,
      ...rest.map((line) => `${indent}${line}`),
      colors.dim(`${indent}${change.in === "old" ? "old " : ""}${printable(change.pointer)} (${change.lens})`),
      ...(change.todo === "" ? [] : wrap(`→ ${change.todo}`, width).map((line) => `${indent}${line}`)),
    ];
  });
  const total = changes.length === 0 ? "nothing changed" : countLevels(changes);
  return `${[...rows, ...(rows.length > 0 ? [""] : []), `bump: ${colors.bold(paint[bump](bump))} (${total})`].join("\n")}\n`;
}

/** The rows of the table; of many changes of one rule that break nothing, the first ones. */
function shown(changes: readonly Change[], verbose: boolean): { change?: Change; hidden?: number }[] {
  const counts = new Map<string, number>();
  const rows: { change?: Change; hidden?: number }[] = [];
  for (const [index, change] of changes.entries()) {
    const key = `${change.level} ${change.id}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (verbose || change.level === "major" || count <= SHOWN) rows.push({ change });
    const isLast = changes[index + 1]?.level !== change.level;
    if (!isLast || verbose || change.level === "major") continue;
    const all = changes.filter(({ level }) => level === change.level).length;
    const left = all - rows.filter((row) => row.change?.level === change.level).length;
    if (left > 0) rows.push({ hidden: left });
  }
  return rows;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
