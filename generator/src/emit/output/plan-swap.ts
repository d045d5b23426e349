import { compareUnit, type UnitDifference } from "./compare-unit.ts";
import { readUnit, type UnitOnDisk } from "./read-unit.ts";
import type { SwapUnit } from "./swap-journal.ts";

/** An owned path whose content is to change, with all that staging needs to know. */
export interface PlannedUnit extends SwapUnit {
  readonly difference: UnitDifference;
  /** The texts it is to hold. */
  readonly next: ReadonlyMap<string, string>;
}

/** What a swap has to do to an output folder. */
export interface SwapPlan {
  readonly units: readonly PlannedUnit[];
  /** How many files hold what they should. */
  readonly unchanged: number;
}

/**
 * Works out which owned paths differ from what they should hold. Paths that hold it already are left alone, so that
 * their times stay and incremental tools stay warm.
 *
 * @param last The owned path to be replaced last: the lock file, which vouches for the others.
 */
export function planSwap(
  root: string,
  owned: ReadonlyMap<string, ReadonlyMap<string, string>>,
  last: string,
): SwapPlan {
  const units: PlannedUnit[] = [];
  let unchanged = 0;
  for (const [to, next] of owned) {
    const disk = readUnit(root, to);
    const difference = compareUnit(root, disk, next);
    unchanged += difference.same.length;
    if (difference.changed.length + difference.missing.length + difference.extra.length > 0) {
      units.push({ to, action: actionFor(to, disk, next), difference, next });
    }
  }
  units.sort((a, b) => Number(a.to === last) - Number(b.to === last));
  return { units, unchanged };
}

function actionFor(to: string, disk: UnitOnDisk, next: ReadonlyMap<string, string>): SwapUnit["action"] {
  if (next.size === 0) return "remove";
  return disk.files.includes(to) && next.has(to) ? "overwrite" : "exchange";
}
