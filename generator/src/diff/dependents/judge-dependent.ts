import { readFileSync } from "node:fs";
import path from "node:path";
import type ts from "typescript";
import { readCommitted } from "../../git/read-committed.ts";
import type { ChangesetPackage } from "../changeset/changeset-packages.ts";
import type { SpecDiff } from "../diff-specs.ts";
import { highestLevel } from "../highest-level.ts";
import type { Level } from "../level.ts";
import type { SpecSide } from "../spec-side.ts";
import { compareSurface } from "./compare-surface.ts";
import { type ClientSources, compileDependent } from "./compile-dependent.ts";
import { declareClient } from "./declare-client.ts";
import type { DependentPackage } from "./dependent-package.ts";
import type { DependentVerdict } from "./dependent-verdict.ts";
import { importedNames } from "./imported-names.ts";
import { readDependent } from "./read-dependent.ts";
import { wireNews } from "./wire-news.ts";

/** A spec before and after, and what changed. */
export interface ClientChange {
  readonly diff: SpecDiff;
  readonly old: SpecSide;
  readonly next: SpecSide;
}

/**
 * Decides what a change of the spec means for a package that builds on the client: whether it still compiles, and whether its
 * own users meet something that breaks them, something more, or nothing. Takes some 2 s, whatever the size of the spec.
 *
 * @param root absolute path of the repository
 */
export async function judgeDependent(
  change: ClientChange,
  client: ChangesetPackage,
  one: ChangesetPackage,
  root: string,
): Promise<DependentVerdict> {
  const level = change.diff.bump === "none" ? "patch" : change.diff.bump;
  // Better descriptions change no type and no call.
  if (level === "patch") return verdict({ level, decidedBy: "nothing" });
  const { default: typescript } = await import("typescript");
  const dependent = readDependent(typescript, path.join(root, one.folder));
  const unknown = (reason: string) => verdict({ level, decidedBy: "unknown", errors: [reason] });
  if (!dependent) return unknown("it has no tsconfig.json, or exports nothing that is made of TypeScript");
  const folder = path.join(root, client.folder);
  const compile = async (earlier: ReadonlyMap<string, string>) => {
    const taken = importedNames(typescript, [...dependent.sources.values(), ...earlier.values()], client.name);
    const uses = (name: string) => taken.all || taken.names.has(name);
    const sources = await clientSources(change, folder, uses);
    return { uses, compiled: compileDependent(typescript, dependent, sources, earlier) };
  };
  let { uses, compiled } = await compile(dependent.sources);
  if (compiled.errors.length > 0) return verdict({ level, decidedBy: "errors", errors: compiled.errors });
  if (compiled.oldErrors.length > 0) {
    // It was adapted to the new client already: what it was before is what was committed last.
    const earlier = await committedSources(root, one.folder, dependent);
    if (earlier) ({ uses, compiled } = await compile(earlier));
  }
  if (compiled.oldErrors.length > 0)
    return unknown("it compiles against the new client alone, not against the old one");
  return weighed(typescript, compiled, dependent, wireNews(change, uses));
}

function weighed(
  typescript: typeof ts,
  compiled: ReturnType<typeof compileDependent>,
  { entries }: DependentPackage,
  wire: DependentVerdict["wire"],
): DependentVerdict {
  const types = compareSurface(typescript, compiled, entries);
  const byTypes = highestLevel(types.map(({ level }) => level));
  const byWire = highestLevel(wire.map(({ level }) => level));
  const level = highestLevel([byTypes, byWire, "patch"]) as DependentVerdict["level"];
  const decidedBy =
    level === "patch" ? "nothing" : byTypes === byWire ? "both" : level === byTypes ? "types" : ("wire" as const);
  return { level, decidedBy, types, wire, errors: [] };
}

function verdict(
  known: Pick<DependentVerdict, "decidedBy"> & { readonly level: Level; readonly errors?: readonly string[] },
): DependentVerdict {
  return { types: [], wire: [], errors: [], ...known, level: known.level === "none" ? "patch" : known.level };
}

async function clientSources(
  { old, next }: ClientChange,
  folder: string,
  uses: (name: string) => boolean,
): Promise<ClientSources> {
  const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as ClientSources["manifest"] & {
    readonly name: string;
  };
  return {
    name: manifest.name,
    folder: folder.replaceAll("\\", "/"),
    manifest,
    old: await declareClient(old, uses),
    next: await declareClient(next, uses),
  };
}

async function committedSources(
  root: string,
  folder: string,
  { sources }: DependentPackage,
): Promise<Map<string, string> | undefined> {
  const roots = [...new Set([...sources.keys()].map((file) => `${folder}/${file.split("/")[0]}`))];
  const files = await readCommitted(root, roots);
  if (!files) return undefined;
  const kept = [...files].filter(([file]) => file.endsWith(".ts"));
  return new Map(kept.map(([file, text]) => [file.slice(folder.length + 1), text.toString()]));
}
