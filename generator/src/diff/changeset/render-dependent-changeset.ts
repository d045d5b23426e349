import { escapeMarkdown } from "../../text/markdown/escape-markdown.ts";
import type { DependentVerdict } from "../dependents/dependent-verdict.ts";
import type { SurfaceChange } from "../dependents/surface-change.ts";
import type { Level } from "../level.ts";
import { oneLine } from "../one-line.ts";
import { type ChangelogGroup, changeGroups, counted, listGroups } from "./changelog-text.ts";
import { frontMatter } from "./front-matter.ts";
import type { PageLinker } from "./page-linker.ts";

export interface DependentChangesetContent {
  readonly verdict: DependentVerdict;
  readonly name: string;
  readonly bump: Level;
  /** Name of the client it builds on. */
  readonly client: string;
  /** How its users write what stands for an operation: `sdk.tasks.list`; empty where nothing does. */
  readonly methods: (operationId: string) => readonly string[];
  /** Undefined where the client has no reference pages. */
  readonly link: PageLinker | undefined;
}

/** The changeset of a package that builds on a client: what its own users meet, and nothing else of the API. */
export function renderDependentChangeset({
  verdict,
  name,
  bump,
  client,
  methods,
  link,
}: DependentChangesetContent): string {
  const head = frontMatter(name, bump);
  if (verdict.decidedBy === "errors" || verdict.decidedBy === "unknown") {
    return `${head}Follows the changed spec of the API: see what changes in \`${client}\`.\n`;
  }
  if (verdict.decidedBy === "nothing") {
    return `${head}Comes with a new version of \`${client}\`. The types of this package, and the calls it makes, are as they were.\n`;
  }
  const sections = (["major", "minor"] as const).flatMap((level) => {
    const groups = joined([
      ...typeGroups(verdict.types.filter((change) => change.level === level)),
      ...changeGroups(verdict.wire.filter((change) => change.level === level)).map((group) => {
        const names = methods(group.title);
        return names.length > 0 ? { ...group, names } : group;
      }),
    ]);
    return groups.length === 0 ? [] : [`**${level === "major" ? "Breaking" : "New"}**\n\n${listGroups(groups, link)}`];
  });
  return `${head}${summary(verdict)}\n\n${sections.join("\n\n")}\n`;
}

const CHANGED = {
  types: "the types of this package",
  wire: "what the calls of this package do",
  both: "the types of this package and what its calls do",
};

function summary({ decidedBy, types, wire }: DependentVerdict): string {
  const count = (level: Level) => [...types, ...wire].filter((change) => change.level === level).length;
  const parts = [
    ...counted(count("major"), "breaking change", "breaking changes"),
    ...counted(count("minor"), "addition", "additions"),
  ];
  const what = CHANGED[decidedBy as keyof typeof CHANGED];
  return `The API's spec has changed, and with it ${what}: ${parts.join(", ")}.`;
}

/** One line for all places of a thing to which the same happened. */
function typeGroups(changes: readonly SurfaceChange[]): ChangelogGroup[] {
  const alike = new Map<string, SurfaceChange[]>();
  for (const change of changes) {
    const key = `${change.subject}\n${change.text}`;
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  return [...alike.values()].map((some) => ({ title: some[0]?.subject ?? "", lines: [sentence(some)] }));
}

function joined(groups: readonly ChangelogGroup[]): ChangelogGroup[] {
  const found = new Map<string, ChangelogGroup>();
  for (const group of groups) {
    const known = found.get(group.title);
    found.set(group.title, known ? { ...known, lines: [...known.lines, ...group.lines] } : group);
  }
  return [...found.values()];
}

function sentence(changes: readonly SurfaceChange[]): string {
  const { level, text } = changes[0] as SurfaceChange;
  const places = changes.map(({ place }) => (place === "" ? "It" : `\`${oneLine(place).replaceAll("`", "'")}\``));
  const where = [...places.slice(0, -2), places.slice(-2).join(" and ")].join(", ");
  return `${where}${places.length > 1 ? ":" : ""} ${escapeMarkdown(oneLine(text))}.${level === "major" ? ` ${todo(text)}` : ""}`;
}

/** What to do about a clash of types, by what became of them. */
function todo(text: string): string {
  if (/^may be (?:null|undefined)$/.test(text)) return `Handle ${text.slice("may be ".length)}.`;
  if (text === "is required") return "Pass it.";
  if (/^(?:is gone|is no longer exported|no longer has|is no longer )/.test(text)) return "Stop using it.";
  if (text.startsWith("no longer takes") || text === "may no longer be null") return "Pass something else.";
  return "Adapt the code to the new type.";
}
