import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../../emit/lock/sha256.ts";
import type { ChangesetOutcome } from "./changeset-outcome.ts";
import { readSeal, seal } from "./seal.ts";

export interface NewChangeset {
  /** The package it is for. */
  readonly name: string;
  /** Hash of the spec it starts from. */
  readonly base: string;
  /** What it is about: the same key gives the same file. */
  readonly key: string;
  /** Undefined where there is nothing to say. */
  readonly text: string | undefined;
  /** The package, its bump, and why, as a sentence: for the message. */
  readonly note: string;
}

/** Puts a changeset in the place of what we wrote for the same package from the same starting point. */
export function replaceChangeset(folder: string, { name, base, key, text, note }: NewChangeset): ChangesetOutcome {
  if (text === undefined) {
    removeReplaced(folder, base, "", name);
    const message = `No changeset for ${name}: nothing changed that a consumer could notice.`;
    return { package: name, outcome: "none", file: undefined, message };
  }
  const file = `.changeset/spec-${sha256(key).slice(0, 12)}.md`;
  const target = path.join(folder, path.basename(file));
  const content = seal(text, base);
  const before = existsSync(target) ? readFileSync(target, "utf8") : undefined;
  if (before === content) {
    return { package: name, outcome: "unchanged", file, message: `${file} says so already: ${note}` };
  }
  if (before !== undefined && !readSeal(before)?.isOurs) {
    return { package: name, outcome: "kept", file, message: `${file} was edited by hand and is kept.` };
  }
  removeReplaced(folder, base, path.basename(target), name);
  writeFileSync(target, content);
  return { package: name, outcome: "written", file, message: `${file}: ${note}` };
}

/** A changeset of ours from the same spec to an earlier draft of the new one would say things twice. */
function removeReplaced(folder: string, base: string, except: string, name: string): void {
  for (const file of readdirSync(folder)) {
    if (!/^spec-[0-9a-f]{12}\.md$/.test(file) || file === except) continue;
    const text = readFileSync(path.join(folder, file), "utf8");
    const sealed = readSeal(text);
    if (sealed?.isOurs && sealed.base === base && text.includes(`"${name}": `)) rmSync(path.join(folder, file));
  }
}
