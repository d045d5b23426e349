import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MeasuredBundle } from "./measured-bundle.ts";

const file = path.join(import.meta.dirname, "../../budgets.json");

/** The width of a line, by which the repository's formatter breaks lists. */
const WIDTH = 120;

/** The bundles that are watched, from `budgets.json`. */
export function readBudgets(): readonly MeasuredBundle[] {
  return JSON.parse(readFileSync(file, "utf8")) as MeasuredBundle[];
}

/** Writes them back. */
export function writeBudgets(bundles: readonly MeasuredBundle[]): void {
  writeFileSync(file, printBudgets(bundles));
}

/** As the repository's formatter lays them out: a history on one line while it fits, else a size a line. */
export function printBudgets(bundles: readonly MeasuredBundle[]): string {
  const text = JSON.stringify(bundles, null, 2);
  const laidOut = text.replace(/( *"history": )\[\n[^\]]*\]/g, (list, name: string) => {
    const sizes = [...list.matchAll(/"date": "([^"]+)",\s+"bytes": (\d+)/g)].map(
      ([, date, bytes]) => `{ "date": "${date}", "bytes": ${bytes} }`,
    );
    const line = `${name}[${sizes.join(", ")}]`;
    return line.length <= WIDTH ? line : `${name}[\n      ${sizes.join(",\n      ")}\n    ]`;
  });
  return `${laidOut}\n`;
}
