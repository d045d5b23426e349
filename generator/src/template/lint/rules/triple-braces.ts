import { walkNodes } from "../../language/walk-nodes.ts";
import type { LintRule } from "../lint-rule.ts";

/** Values are printed raw. */
export const tripleBraces: LintRule = {
  id: "triple-braces",
  explanation:
    "Values are printed with three braces. Two escape for HTML, which is wrong in code and in Markdown; every x-sailkit value is escaped already for where it stands.",
  check({ nodes }, report) {
    for (const { node } of walkNodes(nodes)) {
      if (node.kind === "variable" && node.braces !== "triple")
        report(node, `Print ${node.name} with three braces: {{{${node.name}}}}.`);
    }
  },
};
