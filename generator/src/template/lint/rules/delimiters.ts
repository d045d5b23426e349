import { walkNodes } from "../../language/walk-nodes.ts";
import type { LintRule } from "../lint-rule.ts";

/** Delimiters are never changed. */
export const delimiters: LintRule = {
  id: "delimiters",
  explanation: "Tags are written with braces everywhere: a reader, an editor and every check here rely on it.",
  check({ nodes }, report) {
    for (const { node } of walkNodes(nodes)) {
      if (node.kind === "delimiters")
        report(node, "Do not change the delimiters: a brace of the output may stand beside a tag.");
    }
  },
};
