import { assembleChanges } from "./assemble-changes.ts";
import type { Change } from "./change.ts";
import { highestLevel } from "./highest-level.ts";
import { joinLenses } from "./join-lenses.ts";
import type { Level } from "./level.ts";
import { createJudge } from "./policy/create-judge.ts";
import type { DiffPolicy } from "./policy/policy.ts";
import type { SpecSide } from "./spec-side.ts";
import { compareTypes } from "./types/compare-types.ts";
import { compareWire } from "./wire/compare-wire.ts";

/** What changed between two specs. */
export interface SpecDiff {
  /** The highest level of all changes. */
  readonly bump: Level;
  /** Greatest level first, then by operation and place. */
  readonly changes: readonly Change[];
}

/**
 * Compares two specs through both lenses. The same two specs give the same changes, whatever the order of their keys.
 * @throws Error for a policy with rules or levels that do not exist
 */
export async function diffSpecs(old: SpecSide, next: SpecSide, policy: DiffPolicy = {}): Promise<SpecDiff> {
  const judge = createJudge(policy);
  const wire = assembleChanges(compareWire(old, next, policy.scopes ?? "all"), judge);
  const types = assembleChanges(await compareTypes(old, next), judge);
  const changes = joinLenses(wire, types);
  return { bump: highestLevel(changes.map(({ level }) => level)), changes };
}
