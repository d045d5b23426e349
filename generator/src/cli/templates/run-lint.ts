import { lint } from "../../commands/templates/lint.ts";
import { FIXED_RULES, LINT_RULES } from "../../template/lint/lint-rules.ts";
import { renderPointedFindings } from "../../template/lint/render-pointed-findings.ts";
import { ExitCode } from "../exit-code.ts";
import { hasColor } from "../has-color.ts";

/** Flags of `sailkit templates lint`, as the command line gives them. */
export interface LintFlags {
  readonly templates?: readonly string[];
  readonly rules?: boolean;
  readonly json?: boolean;
}

/** Runs `sailkit templates lint` and gives its exit code: 1 where a rule is broken. */
export function runLint(templates: readonly string[], flags: LintFlags): number {
  if (flags.rules) {
    for (const { id, explanation } of [...LINT_RULES, ...FIXED_RULES]) console.log(`${id}\n  ${explanation}`);
    return ExitCode.success;
  }
  const { findings, checked } = lint({ templates, layers: flags.templates ?? [] });
  if (flags.json) console.log(JSON.stringify({ ok: findings.length === 0, checked, findings }, null, 2));
  else {
    process.stdout.write(renderPointedFindings(findings, { color: hasColor(process.stdout) }));
    console.log(
      `${checked} templates, ${findings.length === 0 ? "nothing to object to" : `${findings.length} to mend`}.`,
    );
  }
  return findings.length === 0 ? ExitCode.success : ExitCode.failure;
}
