import type { Finding } from "../finding.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Kind } from "../walk/kind.ts";

/** A typed place of the document under check. */
export interface GuardNode {
  readonly kind: Kind;
  readonly value: Json;
  /** Reused between calls: copy to keep. */
  readonly tokens: readonly (string | number)[];
  readonly parent: Json | undefined;
}

/** What a rule has to go by. */
export interface GuardContext {
  readonly document: JsonObject;
  /** Whether the document is OpenAPI 3.0, whose schemas are not plain JSON Schema. */
  readonly is30: boolean;
}

/** What a rule found; the place defaults to the node that was visited last. */
export interface RuleFinding {
  readonly severity: Finding["severity"];
  readonly message: string;
  readonly hint?: string;
  /** Tokens below the visited node. Default: the node itself. */
  readonly below?: readonly (string | number)[];
  /** A pointer into the document, instead. */
  readonly pointer?: string;
}

export type Report = (finding: RuleFinding) => void;

/** One check of the guard. Lives for one document, so that it may remember. */
export interface RuleRun {
  /** Called for each node of the rule's kinds, in document order. */
  readonly visit: (node: GuardNode) => void;
  /** Called once at the end. */
  readonly end?: () => void;
}

/** A check by its stable id. */
export interface Rule {
  readonly id: string;
  readonly kinds: readonly Kind[];
  readonly start: (report: Report, context: GuardContext) => RuleRun;
}
