import type { AstFinding } from "../emit/ast-check/ast-finding.ts";

/** Thrown when generated code holds something no template prints: text of the spec has become code. Nothing was written. */
export class AstRefusal extends Error {
  override readonly name = "AstRefusal";
  readonly findings: readonly AstFinding[];

  constructor(findings: readonly AstFinding[]) {
    const lines = findings.map(
      ({ path, line, column, kind, message }) => `${path}:${line}:${column}: ${kind}: ${message}`,
    );
    super(
      `The generated code holds what no template should print, so nothing was written:\n${lines.join("\n")}\n` +
        "If you changed a template, look at these lines of it; else report the spec as a defect of sailkit.",
    );
    this.findings = findings;
  }
}
