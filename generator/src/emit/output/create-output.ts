import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OutputFiles } from "./output-files.ts";
import type { PlannedUnit } from "./plan-swap.ts";
import { stageUnit, type WriteText } from "./stage-unit.ts";
import { createStaging, removeStaging } from "./staging-folder.ts";

/**
 * Creates an output folder that does not exist yet: the whole tree is built beside it, then one rename shows it.
 *
 * @returns False when something else created the folder in the meantime.
 */
export function createOutput(root: string, next: OutputFiles, write: WriteText): boolean {
  const parent = dirname(root);
  mkdirSync(parent, { recursive: true });
  const staging = createStaging(parent, "fresh");
  try {
    const same: string[] = [];
    const whole: PlannedUnit = {
      to: "",
      action: "exchange",
      next,
      difference: { changed: [], missing: [...next.keys()], extra: [], same },
    };
    stageUnit(root, staging, 0, whole, write);
    if (existsSync(root)) return false;
    renameSync(join(staging, "new", "0"), root);
    return true;
  } finally {
    removeStaging(staging);
  }
}
