import { escapeMarkdown } from "../../text/markdown/escape-markdown.ts";
import type { Change } from "../change.ts";
import { groupChanges } from "../report/group-changes.ts";
import type { PageLinker } from "./page-linker.ts";

/** A thing, linked to its page where it has one, and what happened to it. */
export interface ChangelogGroup {
  /** Id of an operation, name of a model, or what else it is about. */
  readonly title: string;
  /** What its readers call it. Default: the title. */
  readonly names?: readonly string[];
  /** Markdown: one sentence or more each. */
  readonly lines: readonly string[];
}

/** Changes of a spec as groups: by operation, those of several by the schema they stand in. */
export function changeGroups(changes: readonly Change[]): ChangelogGroup[] {
  return groupChanges(changes).map(({ title, changes: some }) => ({
    title,
    lines: some.map(({ message, todo }) => {
      const text = escapeMarkdown(message);
      return `${text}${/[.!?]$/.test(text) ? "" : "."}${todo === "" ? "" : ` ${todo}`}`;
    }),
  }));
}

/** Groups as a list of lists. */
export function listGroups(groups: readonly ChangelogGroup[], link: PageLinker | undefined): string {
  return groups
    .map(({ title, names = [title], lines }) => {
      const url = link?.(title);
      const name = names.map(showName).join(", ");
      const items = lines.map((line) => `  - ${line}`);
      return `- ${url === undefined ? name : `[${name}](${url})`}\n${items.join("\n")}`;
    })
    .join("\n");
}

/** A name as code; anything else as text that is nothing but text. */
export function showName(title: string): string {
  return /^[\w.$ -]+$/.test(title) ? `\`${title}\`` : escapeMarkdown(title);
}

/** `2 breaking changes`. */
export function counted(length: number, one: string, many: string): string[] {
  return length === 0 ? [] : [`${length} ${length === 1 ? one : many}`];
}
