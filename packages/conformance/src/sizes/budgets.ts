import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MeasuredBundle } from "./measured-bundle.ts";

const file = path.join(import.meta.dirname, "../../budgets.json");

/** The bundles that are watched, from `budgets.json`. */
export function readBudgets(): readonly MeasuredBundle[] {
  return JSON.parse(readFileSync(file, "utf8")) as MeasuredBundle[];
}

/** Writes them back, one line for each size. */
export function writeBudgets(bundles: readonly MeasuredBundle[]): void {
  const text = JSON.stringify(bundles, null, 2).replace(/\{\s+("date": "[^"]+"),\s+("bytes": \d+)\s+\}/g, "{ $1, $2 }");
  writeFileSync(file, `${text}\n`);
}
