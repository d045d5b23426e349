import type { Level } from "../level.ts";
import type { RuleLevel } from "../rules/rule.ts";

/** How changes are judged: the `diff` section of `sailkit.config.ts`, or the JSON file of `--policy`. */
export interface DiffPolicy {
  /** Levels that differ from the default of a rule: `{ "enum-value-added": { request: "minor", response: "major" } }`. */
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  /** Whether a major change of a package at 0.x gives a minor bump, as semver has it. Default true. */
  readonly majorIsMinorBelowOne?: boolean;
  /**
   * What a list of scopes means: a token needs all of them, as OpenAPI has it, or any one, as many APIs mean it whose readers
   * list `tasks:read` and `tasks:write`. Default `all`.
   */
  readonly scopes?: ScopeReading;
}

/** Whether a token needs all scopes of a list, or any one. */
export type ScopeReading = "all" | "any";

/** The level of a change by a policy. */
export type Judge = (id: string, directions: readonly ("request" | "response")[]) => Level;
