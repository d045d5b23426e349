import type { TemplateFile } from "../../java/template-file.ts";
import type { TemplateNode } from "../language/template-node.ts";
import type { TemplateSet } from "../language/template-set.ts";
import type { VariableShape } from "../variables/variable-shape.ts";

/** One template, as a rule sees it. */
export interface LintedTemplate {
  readonly template: string;
  readonly text: string;
  readonly nodes: readonly TemplateNode[];
  readonly set: TemplateSet;
  /** The templates that make files. */
  readonly files: readonly TemplateFile[];
  /** What the skeleton holds, by the names of its extensions. */
  readonly shapes: ReadonlyMap<string, VariableShape>;
}

/** Takes a finding of the rule at hand. */
export type LintReport = (place: { readonly line: number; readonly column: number }, message: string) => void;

/** Something that holds for every template. */
export interface LintRule {
  /** What an allowance names it by. */
  readonly id: string;
  /** Why it is a rule, in a sentence or two. */
  readonly explanation: string;
  check(linted: LintedTemplate, report: LintReport): void;
}
