import type { LintRule } from "./lint-rule.ts";
import { delimiters } from "./rules/delimiters.ts";
import { headerComments } from "./rules/header-comments.ts";
import { nesting } from "./rules/nesting.ts";
import { partialColumn } from "./rules/partial-column.ts";
import { deadTemplate, missingPartial, unusedPartial } from "./rules/reach-rules.ts";
import { hostileVariable, notText, unknownVariable } from "./rules/scope-rules.ts";
import { sectionAlone } from "./rules/section-alone.ts";
import { size } from "./rules/size.ts";
import { tagsALine } from "./rules/tags-a-line.ts";
import { tripleBraces } from "./rules/triple-braces.ts";

/** Every rule that an allowance can name. Adding a rule is adding it here. */
export const LINT_RULES: readonly LintRule[] = [
  headerComments,
  size,
  nesting,
  tagsALine,
  sectionAlone,
  partialColumn,
  delimiters,
  tripleBraces,
  hostileVariable,
  unknownVariable,
  notText,
  missingPartial,
  unusedPartial,
  deadTemplate,
];

/** Findings about templates as such, which nothing allows. */
export const FIXED_RULES: readonly Pick<LintRule, "id" | "explanation">[] = [
  { id: "syntax", explanation: "A template parses: sections are closed by their own name, triples by three braces." },
  {
    id: "allowance",
    explanation: "An allowance names a rule, gives a reason, and is needed: {{! sailkit-lint allow RULE: reason }}.",
  },
];
