import { lstatSync } from "node:fs";
import { join } from "node:path";
import { renamePatiently } from "./rename-patiently.ts";
import type { SwapJournal, SwapUnit } from "./swap-journal.ts";

/**
 * Moves everything a journal names into place, by renames alone and without a pause in which other code of this process
 * could run. Steps that were taken before are left out, so an interrupted call can be repeated.
 */
export function applySwap(root: string, journal: SwapJournal): void {
  journal.units.forEach((unit, index) => {
    const { target, fresh, aside } = placesOf(root, journal, unit, index);
    if (unit.action === "remove") {
      if (exists(target) && !exists(aside)) renamePatiently(target, aside);
    } else if (exists(fresh)) {
      if (unit.action === "exchange" && exists(target))
        renamePatiently(target, exists(aside) ? `${aside}-again` : aside);
      renamePatiently(fresh, target);
    }
  });
}

/** Undoes `applySwap`, however far it came. */
export function revertSwap(root: string, journal: SwapJournal): void {
  [...journal.units.entries()].reverse().forEach(([index, unit]) => {
    const { target, fresh, aside } = placesOf(root, journal, unit, index);
    if (unit.action === "overwrite") {
      if (!exists(fresh) && exists(aside)) renamePatiently(aside, target);
      return;
    }
    if (unit.action === "exchange" && !exists(fresh) && exists(target)) renamePatiently(target, fresh);
    if (exists(aside) && !exists(target)) renamePatiently(aside, target);
  });
}

function placesOf(root: string, journal: SwapJournal, unit: SwapUnit, index: number) {
  const staging = join(root, journal.staging);
  return {
    target: join(root, unit.to),
    fresh: join(staging, "new", String(index)),
    aside: join(staging, "old", String(index)),
  };
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
