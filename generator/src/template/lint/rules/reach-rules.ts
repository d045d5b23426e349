import { includedPartials } from "../../language/included-partials.ts";
import { partialFile } from "../../language/partial-file.ts";
import { walkNodes } from "../../language/walk-nodes.ts";
import type { LintedTemplate, LintRule } from "../lint-rule.ts";

/** Partials exist. */
export const missingPartial: LintRule = {
  id: "missing-partial",
  explanation: "A partial is a file of the templates folder, named from there and without its ending.",
  check({ nodes, set }, report) {
    for (const { node } of walkNodes(nodes)) {
      if (node.kind === "partial" && !set.has(partialFile(node.name)))
        report(node, `There is no partial ${partialFile(node.name)} in the templates folder.`);
    }
  },
};

/** Partials reach the output. */
export const unusedPartial: LintRule = {
  id: "unused-partial",
  explanation: "A partial is included, in the end, by a template that makes a file.",
  check(linted, report) {
    if (!isReached(linted) && includers(linted).length > 0)
      report(
        { line: 1, column: 1 },
        `Only ${includers(linted).join(", ")} includes it, and makes no file: include it elsewhere, or delete it.`,
      );
  },
};

/** Templates reach the output. */
export const deadTemplate: LintRule = {
  id: "dead-template",
  explanation: "A template makes a file, as client-files.ts or docs-files.ts says, or another template includes it.",
  check(linted, report) {
    if (!isReached(linted) && includers(linted).length === 0)
      report(
        { line: 1, column: 1 },
        "Nothing makes a file of it, and nothing includes it: list it in client-files.ts or docs-files.ts, include it, or delete it.",
      );
  },
};

function isReached({ template, set, files }: LintedTemplate): boolean {
  const reached = includedPartials(
    set,
    files.map((file) => file.template),
  );
  return reached.includes(template);
}

function includers({ template, set }: LintedTemplate): string[] {
  return set.names.filter((name) => name !== template && includedPartials(set, [name]).includes(template));
}
