import { LEVELS, type Level } from "./level.ts";

/** The greatest of some levels; `none` where there are none. */
export function highestLevel(levels: Iterable<Level>): Level {
  let highest = 0;
  for (const level of levels) highest = Math.max(highest, LEVELS.indexOf(level));
  return LEVELS[highest] as Level;
}
