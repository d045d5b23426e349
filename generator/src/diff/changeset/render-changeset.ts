import type { Change } from "../change.ts";
import type { Level } from "../level.ts";
import { groupChanges } from "../report/group-changes.ts";
import { changeGroups, counted, listGroups, showName } from "./changelog-text.ts";
import { frontMatter } from "./front-matter.ts";
import { FEW_OPERATIONS, listNewOperations } from "./list-new-operations.ts";
import type { PageLinker } from "./page-linker.ts";

export interface ChangesetContent {
  readonly changes: readonly Change[];
  readonly name: string;
  readonly bump: Level;
  /** Undefined where the client has no reference pages. */
  readonly link: PageLinker | undefined;
}

const TITLES: Readonly<Record<Level, string>> = {
  major: "Breaking",
  minor: "New",
  patch: "Documentation",
  none: "",
};

/** The changeset of a client: what a person reads in its changelog. */
export function renderChangeset({ changes, name, bump, link }: ChangesetContent): string {
  const sections = (["major", "minor", "patch"] as const).flatMap((level) => {
    const some = changes.filter((change) => change.level === level);
    if (some.length === 0) return [];
    const text = level === "patch" ? documented(some) : listed(some, link);
    return [`**${TITLES[level]}**\n\n${text}`];
  });
  return `${frontMatter(name, bump)}${summary(changes)}\n\n${sections.join("\n\n")}\n`;
}

/** The first line, which changelogs print beside the version. */
function summary(changes: readonly Change[]): string {
  const count = (level: Level) => changes.filter((change) => change.level === level).length;
  const parts = [
    ...counted(count("major"), "breaking change", "breaking changes"),
    ...counted(count("minor"), "addition", "additions"),
    ...counted(count("patch"), "improved description", "improved descriptions"),
  ];
  return `The API's spec has changed: ${parts.join(", ")}.`;
}

function listed(changes: readonly Change[], link: PageLinker | undefined): string {
  const added = changes.filter(({ id }) => id === "operation-added");
  if (added.length <= FEW_OPERATIONS) return listGroups(changeGroups(changes), link);
  const others = changes.filter((change) => !added.includes(change));
  return [...(others.length > 0 ? [listGroups(changeGroups(others), link)] : []), listNewOperations(added, link)].join(
    "\n",
  );
}

/** What is only described better is named, not listed. */
function documented(changes: readonly Change[]): string {
  const titles = groupChanges(changes).map(({ title }) => showName(title));
  const first = titles.slice(0, 20).join(", ");
  return `- ${first}${titles.length > 20 ? ` and ${titles.length - 20} more` : ""}`;
}
