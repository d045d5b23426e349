import type { TemplateFile } from "../../java/template-file.ts";
import type { TemplateNode } from "../language/template-node.ts";
import type { TemplateSet } from "../language/template-set.ts";
import { TemplateSyntaxError } from "../language/template-syntax-error.ts";
import type { VariableShape } from "../variables/variable-shape.ts";
import { allowances } from "./allowances.ts";
import type { LintFinding } from "./lint-finding.ts";
import { FIXED_RULES, LINT_RULES } from "./lint-rules.ts";

/** What to hold templates to. */
export interface LintOptions {
  readonly set: TemplateSet;
  /** The templates that make files. */
  readonly files: readonly TemplateFile[];
  /** What the skeleton holds. */
  readonly shapes: ReadonlyMap<string, VariableShape>;
  /** Only these templates; all where left out. */
  readonly only?: readonly string[] | undefined;
}

/** Checks templates by every rule; by template, then by line. */
export function lintTemplates({ set, files, shapes, only }: LintOptions): LintFinding[] {
  const names = only ?? set.names;
  return names.flatMap((template) => {
    const nodes = parsed(set, template);
    if (!Array.isArray(nodes)) return [nodes as LintFinding];
    const found = new Map<string, LintFinding>();
    for (const { id, check } of LINT_RULES) {
      check({ template, text: set.text(template), nodes, set, files, shapes }, ({ line, column }, message) => {
        // A partial is checked in each scope it is included in; one word about each place is enough.
        found.set(`${id} ${line} ${column}`, { rule: id, template, line, column, message });
      });
    }
    return allowed(template, set.text(template), [...found.values()]).sort(
      (a, b) => a.line - b.line || a.column - b.column,
    );
  });
}

function parsed(set: TemplateSet, template: string): readonly TemplateNode[] | LintFinding {
  try {
    return set.nodes(template);
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    return { rule: "syntax", template, line: error.line, column: error.column, message: error.message };
  }
}

/** Takes out what is allowed, and adds what is wrong with the allowances. */
function allowed(template: string, text: string, findings: readonly LintFinding[]): LintFinding[] {
  const left = new Set(findings);
  const faults = allowances(text).flatMap(({ rule, reason, line, column, covers }) => {
    const fault = (message: string) => [{ rule: "allowance", template, line, column, message }];
    if (!LINT_RULES.some(({ id }) => id === rule)) return fault(unknownRule(rule));
    if (reason === "") return fault(`Say why: {{! sailkit-lint allow ${rule}: reason }}.`);
    const matching = findings.filter((finding) => finding.rule === rule && finding.line === covers);
    for (const finding of matching) left.delete(finding);
    return matching.length > 0
      ? []
      : fault(`Line ${covers} has nothing that ${rule} objects to: remove the allowance.`);
  });
  return [...left, ...faults];
}

function unknownRule(rule: string): string {
  const isFixed = FIXED_RULES.some(({ id }) => id === rule);
  return isFixed
    ? `Nothing allows ${rule}.`
    : `There is no rule ${rule || "without a name"}: \`templates lint --rules\` lists them.`;
}
