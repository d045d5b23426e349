import type { LintRule } from "../lint-rule.ts";

/** Two comments head every template. */
export const headerComments: LintRule = {
  id: "header-comments",
  explanation:
    "The first line says what the template prints, the second what data it expects. Whoever edits one need not search for its callers.",
  check({ text }, report) {
    const [first = "", second = ""] = text.split("\n");
    if (!/^\{\{! Prints .+\. \}\}$/.test(first))
      report({ line: 1, column: 1 }, "The first line says what the template prints: {{! Prints … . }}");
    if (!/^\{\{! Expects .+\. \}\}$/.test(second))
      report({ line: 2, column: 1 }, "The second line says what data the template expects: {{! Expects … . }}");
  },
};
