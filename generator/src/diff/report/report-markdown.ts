import { escapeMarkdown } from "../../text/markdown/escape-markdown.ts";
import type { Change } from "../change.ts";
import type { SpecDiff } from "../diff-specs.ts";
import { LEVELS, type Level } from "../level.ts";
import { countLevels } from "./count-levels.ts";
import { groupChanges } from "./group-changes.ts";

const TITLES: Record<Level, string> = {
  major: "Breaking changes",
  minor: "New",
  patch: "Described better",
  none: "Without effect",
};

/** The diff as Markdown for people: by level, in it by operation, with what to do about whatever breaks. */
export function reportMarkdown({ bump, changes }: SpecDiff): string {
  if (changes.length === 0) return "Nothing changed. Bump: **none**.\n";
  const sections = [...LEVELS].reverse().flatMap((level) => {
    const some = changes.filter((change) => change.level === level);
    return some.length > 0 ? [section(level, some)] : [];
  });
  return `Bump: **${bump}** (${countLevels(changes)}).\n\n${sections.join("\n")}`;
}

function section(level: Level, changes: readonly Change[]): string {
  const groups = groupChanges(changes).map(
    ({ title, changes: some }) => `### ${escapeMarkdown(title)}\n\n${some.map(bullet).join("\n")}\n`,
  );
  return `## ${TITLES[level]}\n\n${groups.join("\n")}`;
}

function bullet({ id, message, lens, todo }: Change): string {
  const text = escapeMarkdown(message);
  return `- ${text} — \`${id}\`, ${lens}${todo === "" ? "" : `\n  **What to do:** ${todo}`}`;
}
