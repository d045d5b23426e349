import type { Finding } from "../finding.ts";
import type { Kind } from "../walk/kind.ts";

/** A reference that led to nothing usable and was left out. */
export interface BrokenReference {
  /** What it stood for. */
  readonly kind: Kind;
  /** Where it would stand in the bundled document. */
  readonly tokens: readonly (string | number)[];
  /** What to say of it; how severe it is depends on whether anything needs it. */
  readonly finding: Omit<Finding, "severity">;
}
