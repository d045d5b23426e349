import { scanTags, type TemplateTag } from "../../language/scan-tags.ts";
import type { LintRule } from "../lint-rule.ts";

/** Tags of a section that spans lines stand alone. */
export const sectionAlone: LintRule = {
  id: "section-alone",
  explanation:
    "A tag that opens or closes a section stands alone on its line, and then leaves nothing behind; or a section opens and closes on one line. Otherwise line ends get into the output, or get lost.",
  check({ text }, report) {
    const lines = text.split("\n");
    const open: TemplateTag[] = [];
    const alone = (tag: TemplateTag) => (lines[tag.line - 1] ?? "").trim() === text.slice(tag.start, tag.stop);
    for (const tag of scanTags(text)) {
      if (tag.sign === "#" || tag.sign === "^") open.push(tag);
      if (tag.sign !== "/") continue;
      const start = open.pop();
      if (!start || start.line === tag.line) continue;
      for (const one of [start, tag]) {
        if (!alone(one))
          report(
            one,
            `${text.slice(one.start, one.stop)} belongs to a section of several lines: give it a line of its own.`,
          );
      }
    }
  },
};
