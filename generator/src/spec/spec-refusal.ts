import type { Finding } from "./finding.ts";

/** Thrown when a spec cannot be accepted. Carries every reason found, not only the first. Ends the CLI with exit code 2. */
export class SpecRefusal extends Error {
  override readonly name = "SpecRefusal";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => `${finding.pointer || "/"}: ${finding.message}`).join("\n"));
    this.findings = findings;
  }
}
