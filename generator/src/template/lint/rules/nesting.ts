import { walkNodes } from "../../language/walk-nodes.ts";
import type { LintRule } from "../lint-rule.ts";

const DEEPEST = 3;

/** Sections are nested at most three deep. The tool's own sections, which lead to an operation, do not count. */
export const nesting: LintRule = {
  id: "nesting",
  explanation: `Sections stand at most ${DEEPEST} deep in a template; those of the tool that lead to an operation do not count. Deeper, nobody sees what a name refers to.`,
  check({ nodes }, report) {
    for (const { node, sections } of walkNodes(nodes)) {
      if (node.kind !== "section" && node.kind !== "inverted") continue;
      const depth = [...sections, node].filter(({ name }) => !TOOL.has(name)).length;
      if (depth === DEEPEST + 1)
        report(node, `The section ${node.name} is the fourth inside another: move what stands in it into a partial.`);
    }
  },
};

const TOOL = new Set(["operations", "operation", "vendorExtensions"]);
