import { operationAnchors } from "../../emit/docs/pages/operation-anchors.ts";
import { escapeMarkdown } from "../../text/markdown/escape-markdown.ts";
import type { Change } from "../change.ts";
import type { SpecDiff } from "../diff-specs.ts";
import type { Level } from "../level.ts";
import { groupChanges } from "../report/group-changes.ts";
import type { SpecSide } from "../spec-side.ts";
import type { ChangesetPackage } from "./changeset-packages.ts";

export interface ChangesetContent {
  readonly diff: Pick<SpecDiff, "changes">;
  readonly packages: readonly (ChangesetPackage & { readonly bump: Level })[];
  /** The spec after the change, for links to the reference pages. */
  readonly next: SpecSide;
  /** Whether the first package has reference pages. */
  readonly docs: boolean;
}

const TITLES: Readonly<Record<Level, string>> = {
  major: "Breaking",
  minor: "New",
  patch: "Documentation",
  none: "",
};

/** The text of a changeset: which packages are bumped, and what a person reads in the changelog. */
export function renderChangeset({ diff, packages, next, docs }: ChangesetContent): string {
  const bumps = packages.map(({ name, bump }) => `"${name}": ${bump}`);
  const link = docs ? linker(next, packages[0]?.folder ?? "") : undefined;
  const sections = (["major", "minor", "patch"] as const).flatMap((level) => {
    const changes = diff.changes.filter((change) => change.level === level);
    if (changes.length === 0) return [];
    return [`**${TITLES[level]}**\n\n${level === "patch" ? documented(changes) : listed(changes, link)}`];
  });
  return `---\n${bumps.join("\n")}\n---\n\n${summary(diff.changes)}\n\n${sections.join("\n\n")}\n`;
}

/** The first line, which changelogs print beside the version. */
function summary(changes: readonly Change[]): string {
  const count = (level: Level, one: string, many: string) => {
    const { length } = changes.filter((change) => change.level === level);
    return length === 0 ? [] : [`${length} ${length === 1 ? one : many}`];
  };
  const parts = [
    ...count("major", "breaking change", "breaking changes"),
    ...count("minor", "addition", "additions"),
    ...count("patch", "improved description", "improved descriptions"),
  ];
  return `The API's spec has changed: ${parts.join(", ")}.`;
}

function listed(changes: readonly Change[], link: ((operation: string) => string | undefined) | undefined): string {
  return groupChanges(changes)
    .map(({ title, changes: some }) => {
      const name = shown(title);
      const url = link?.(title);
      return `- ${url === undefined ? name : `[${name}](${url})`}\n${some.map(line).join("\n")}`;
    })
    .join("\n");
}

function line({ message, todo }: Change): string {
  const text = escapeMarkdown(message);
  return `  - ${text}${/[.!?]$/.test(text) ? "" : "."}${todo === "" ? "" : ` ${todo}`}`;
}

/** A name as code; anything else as text that is nothing but text. */
function shown(title: string): string {
  return /^[\w.$ -]+$/.test(title) ? `\`${title}\`` : escapeMarkdown(title);
}

/** What is only described better is named, not listed. */
function documented(changes: readonly Change[]): string {
  const titles = groupChanges(changes).map(({ title }) => shown(title));
  const first = titles.slice(0, 20).join(", ");
  return `- ${first}${titles.length > 20 ? ` and ${titles.length - 20} more` : ""}`;
}

/** The page of an operation, seen from the changelog of either package. */
function linker({ prepared }: SpecSide, folder: string): (operation: string) => string | undefined {
  const operations = new Map(prepared.client.operations.map((operation) => [operation.id, operation]));
  const anchors = operationAnchors(prepared.client.operations);
  const base = `../${folder.slice(folder.lastIndexOf("/") + 1)}/docs/methods`;
  return (id) => {
    const operation = operations.get(id);
    return operation && `${base}/${operation.tags[0]}.md#${anchors.get(operation)}`;
  };
}
