import { scanTags } from "../../language/scan-tags.ts";
import type { LintRule } from "../lint-rule.ts";

const MOST = 3;

/** Few tags on a line. */
export const tagsALine: LintRule = {
  id: "tags-a-line",
  explanation: `At most ${MOST} tags stand on a line. Layout belongs to the formatter, so code may be broken anywhere; tables of Markdown cannot, and are allowed line by line.`,
  check({ text }, report) {
    const counts = new Map<number, number>();
    for (const { line, column } of scanTags(text)) {
      const count = (counts.get(line) ?? 0) + 1;
      counts.set(line, count);
      if (count === MOST + 1)
        report({ line, column }, `A fourth tag on one line: break the line, ${MOST} are the most.`);
    }
  },
};
