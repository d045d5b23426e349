import type { LintRule } from "../lint-rule.ts";

const MOST = 50;

/** A template is short. */
export const size: LintRule = {
  id: "size",
  explanation: `A template prints one concept, in about 40 lines and never more than ${MOST}. What is longer becomes two, one including the other.`,
  check({ text }, report) {
    const lines = text.trimEnd().split("\n").length;
    if (lines > MOST)
      report(
        { line: MOST + 1, column: 1 },
        `The template has ${lines} lines, ${MOST} at most: move a part of it into a partial.`,
      );
  },
};
