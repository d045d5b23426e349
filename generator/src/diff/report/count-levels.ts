import type { Change } from "../change.ts";
import { LEVELS } from "../level.ts";

/** `2 major, 1 minor, 9 patch`: how many changes there are of each level, greatest first. */
export function countLevels(changes: readonly Pick<Change, "level">[]): string {
  return [...LEVELS]
    .reverse()
    .map((level) => ({ level, count: changes.filter((change) => change.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}`)
    .join(", ");
}
