import type { MeasuredBundle } from "./measured-bundle.ts";
import type { WeighedBundle } from "./render-sizes.ts";

/** Bytes of play in a budget above its target: what a compiler or a bundler may add with a release of its own. */
const PLAY = 50;

/**
 * The bundles with today's sizes in their history, and budgets that follow them down: to the target where it is met, else to
 * the present size. Budgets never go up here; whoever wants more writes it into `budgets.json`, where a review sees it.
 * @param date `2026-11-24`; a size of the same day is replaced
 */
export function recordSizes(bundles: readonly WeighedBundle[], date: string): MeasuredBundle[] {
  return bundles.map(({ size, ...bundle }) => {
    const past = bundle.history.filter((record) => record.date !== date);
    const changed = past.at(-1)?.bytes !== size.bytes;
    const least = Math.max(bundle.target ?? 0, size.bytes + PLAY);
    return {
      ...bundle,
      budget: Math.min(bundle.budget, least),
      history: changed ? [...past, { date, bytes: size.bytes }] : past,
    };
  });
}
