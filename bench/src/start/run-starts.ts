import path from "node:path";
import type { Contender } from "../clients/contender.ts";
import { type InstalledSize, installedSize } from "./installed-size.ts";
import { measureStarts, type Start } from "./measure-starts.ts";
import { type CallWeight, weighCall } from "./weigh-call.ts";

/** What one contender takes until it is of use. */
export interface StartRow extends Start {
  readonly name: string;
  readonly weight: CallWeight;
  readonly installed: InstalledSize;
}

/**
 * Measures how fast contenders start, what one call by them weighs in a bundle, and what they install.
 * @param fail hears of a contender whose code cannot be bundled; it has no row then
 */
export async function runStarts(
  contenders: readonly Contender[],
  rounds: number,
  fail: (reason: string) => void,
): Promise<StartRow[]> {
  const weights = new Map<Contender, CallWeight>();
  for (const contender of contenders) {
    try {
      weights.set(contender, await weighCall(contender));
    } catch (error) {
      fail(`${contender.name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  const starts = await measureStarts([...weights.keys()], rounds);
  return [...weights].flatMap(([{ name, packages, module }, weight]) => {
    const start = starts.get(name);
    return start ? [{ name, weight, installed: installedSize(packages, path.dirname(module)), ...start }] : [];
  });
}
