import type { Level } from "../level.ts";
import type { DiffPolicy } from "../policy/policy.ts";

/** What a change of a level does to a version: a major one bumps the minor of a package at 0.x, unless the policy says otherwise. */
export function packageBump(level: Level, version: string, policy: DiffPolicy): Level {
  const isBelowOne = version.startsWith("0.");
  return level === "major" && isBelowOne && (policy.majorIsMinorBelowOne ?? true) ? "minor" : level;
}
