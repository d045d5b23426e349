import { createHash } from "node:crypto";
import type { ConsumerImpact } from "./consumer-impact.ts";
import type { ExportChange } from "./export-change.ts";

/** A changeset, ready to be written. */
export interface ProposedChangeset {
  /** Below `.changeset`. */
  readonly file: string;
  readonly text: string;
}

/** Most names that the sentence lists. */
const LISTED = 3;

/**
 * Proposes what to tell the users of a package about a change of its templates: one sentence, to be put into better words.
 * @returns undefined where there is nothing that they would notice
 */
export function proposeChangeset(name: string, { level, exports }: ConsumerImpact): ProposedChangeset | undefined {
  if (level === "none") return undefined;
  const text = `---\n${JSON.stringify(name)}: ${level}\n---\n\n${sentence(exports)}\n`;
  return { file: `templates-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.md`, text };
}

function sentence(exports: ConsumerImpact["exports"]): string {
  const removed = named(exports, "removed", "is no longer exported", "are no longer exported");
  const retyped = named(exports, "retyped", "has another type", "have other types");
  const added = named(exports, "added", "is exported, too", "are exported, too");
  const described = named(exports, "described", "is described in other words", "are described in other words");
  const parts = [
    removed && `${removed}: say here what to use instead.`,
    retyped && `${retyped}: say here what to change in programs.`,
    added && `${added}.`,
    described && `${described}.`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : "The generated code is written otherwise, and does the same.";
}

function named(
  exports: ConsumerImpact["exports"],
  wanted: ExportChange["kind"],
  one: string,
  several: string,
): string | undefined {
  const names = exports.filter(({ kind }) => kind === wanted).map(({ name }) => `\`${name}\``);
  if (names.length === 0) return undefined;
  const listed = names.slice(0, LISTED).join(", ");
  const all = names.length > LISTED ? `${listed} and ${names.length - LISTED} more` : listed;
  return `${all} ${names.length === 1 ? one : several}`;
}
