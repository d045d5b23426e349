import { highestLevel } from "../highest-level.ts";
import { LEVELS } from "../level.ts";
import type { RuleLevel } from "../rules/rule.ts";
import { RULES } from "../rules/rules.ts";
import type { DiffPolicy, Judge } from "./policy.ts";

/**
 * Makes the judge of a policy. A schema that travels both ways has the higher of the two levels; one that does not travel
 * at all is a matter of its description only.
 * @throws Error for a rule, level or reading of scopes that does not exist
 */
export function createJudge(policy: DiffPolicy = {}): Judge {
  const levels = new Map<string, RuleLevel>([...RULES].map(([id, { level }]) => [id, level]));
  for (const [id, level] of Object.entries(policy.levels ?? {})) {
    if (!levels.has(id)) throw new Error(`The diff policy has a level for "${id}", which is no rule.${nearest(id)}`);
    levels.set(id, checked(id, level));
  }
  if (policy.scopes !== undefined && policy.scopes !== "all" && policy.scopes !== "any") {
    throw new Error(`The diff policy has scopes ${JSON.stringify(policy.scopes)}. Use "all" or "any".`);
  }
  return (id, directions) => {
    const level = levels.get(id);
    if (level === undefined) throw new Error(`There is no diff rule "${id}".`);
    if (typeof level === "string") return level;
    return directions.length === 0 ? "patch" : highestLevel(directions.map((direction) => level[direction]));
  };
}

function checked(id: string, level: unknown): RuleLevel {
  const isLevel = (value: unknown) => (LEVELS as readonly unknown[]).includes(value);
  const each = level as { request?: unknown; response?: unknown } | null;
  if (isLevel(level) || (typeof each === "object" && isLevel(each?.request) && isLevel(each?.response))) {
    return level as RuleLevel;
  }
  throw new Error(
    `The diff policy gives "${id}" the level ${JSON.stringify(level)}. Use one of ${LEVELS.join(", ")}, or ` +
      '{ "request": …, "response": … } with one of them each.',
  );
}

function nearest(id: string): string {
  const words = id.split("-");
  const alike = [...RULES.keys()].filter(
    (known) => words.filter((word) => known.includes(word)).length > words.length / 2,
  );
  return alike.length > 0 ? ` Did you mean ${alike.slice(0, 3).join(", ")}?` : " docs/diff-rules.md lists them all.";
}
