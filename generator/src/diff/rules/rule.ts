import type { Direction } from "../change.ts";
import type { Level } from "../level.ts";

/** One level, or one for each way a schema travels. */
export type RuleLevel = Level | Readonly<Record<Direction, Level>>;

/** One kind of change, as data: how it is judged, and what the documentation says of it. */
export interface Rule {
  /** Stable kebab-case id. */
  readonly id: string;
  /** The lens that finds it. */
  readonly lens: "wire" | "types";
  /** The default level. */
  readonly level: RuleLevel;
  /** What has changed, and why that is judged so, in a sentence or two. */
  readonly says: string;
  /** The shortest change that the rule finds. */
  readonly example: string;
  /** What a consumer does when it breaks; left out for rules that do not break by default and need no advice. */
  readonly todo?: string;
}
