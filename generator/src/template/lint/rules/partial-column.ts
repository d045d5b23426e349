import { scanTags } from "../../language/scan-tags.ts";
import type { LintRule } from "../lint-rule.ts";

/** Partials stand alone, at column 0. */
export const partialColumn: LintRule = {
  id: "partial-column",
  explanation:
    "The tag of a partial stands alone at the start of its line. The tool indents what an indented partial prints, and does it wrong where that has sections.",
  check({ text }, report) {
    const lines = text.split("\n");
    for (const tag of scanTags(text)) {
      if (tag.sign !== ">") continue;
      const written = text.slice(tag.start, tag.stop);
      if ((lines[tag.line - 1] ?? "").trimEnd() !== written)
        report(tag, `${written} must stand alone on its line, at column 0.`);
    }
  },
};
