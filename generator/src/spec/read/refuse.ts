import type { Finding } from "../finding.ts";
import { SpecRefusal } from "../spec-refusal.ts";

/** Refuses a spec for one reason. */
export function refuse(finding: Omit<Finding, "severity">): never {
  throw new SpecRefusal([{ severity: "error", ...finding }]);
}
