import type { Level } from "../level.ts";

/** A package's bump for people, with the reason where it is lower than what has changed: `minor (breaking, below 1.0.0)`. */
export function bumpNote(level: Level, bump: Level): string {
  return level === "major" && bump === "minor" ? `${bump} (breaking, below 1.0.0)` : bump;
}
