import { templateFiles } from "../../pipeline/template-files.ts";
import { knownShapes } from "../known-shapes.ts";
import { readTemplates, type TemplateSet } from "../language/template-set.ts";
import type { LintFinding } from "../lint/lint-finding.ts";
import { lintTemplates } from "../lint/lint-templates.ts";

/** The templates at one moment. */
export interface TemplateRound {
  readonly set: TemplateSet;
  /** Names that differ from the round before; empty for the first. */
  readonly changed: readonly string[];
  /** Names that differ from what was rendered last; undefined where nothing was. */
  readonly stale: readonly string[] | undefined;
  readonly findings: readonly LintFinding[];
  /** Whether they can be rendered. */
  readonly isSound: boolean;
}

/** Reads templates over and over. */
export interface TemplateRounds {
  next(): TemplateRound;
  /** The templates of the last round. */
  set(): TemplateSet;
}

/**
 * @param folders later ones over earlier ones
 * @param wanted what the first round holds to the rules; all templates where empty
 */
export function templateRounds(folders: readonly string[], wanted: readonly string[]): TemplateRounds {
  const shapes = knownShapes();
  const files = templateFiles({ docs: true });
  const stale = new Set<string>();
  let set: TemplateSet | undefined;
  let isRendered = false;
  let faulty: readonly string[] = [];
  return {
    set: () => set ?? readTemplates(folders),
    next() {
      const before = set;
      set = readTemplates(folders);
      const changed = before ? namesThatDiffer(before, set) : [];
      for (const name of changed) stale.add(name);
      const only = before ? existing(set, [...changed, ...faulty]) : wanted.length > 0 ? wanted : undefined;
      const findings = lintTemplates({ set, files, shapes, only });
      faulty = findings.map(({ template }) => template);
      const isSound = !findings.some(({ rule }) => rule === "syntax" || rule === "missing-partial");
      const round = { set, changed, stale: isRendered ? [...stale] : undefined, findings, isSound };
      // What changed while another template could not be parsed is still to be rendered.
      if (isSound) stale.clear();
      isRendered ||= isSound;
      return round;
    },
  };
}

function existing(set: TemplateSet, names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => set.has(name));
}

function namesThatDiffer(before: TemplateSet, after: TemplateSet): string[] {
  const names = new Set([...before.names, ...after.names]);
  return [...names]
    .filter((name) => before.text(name) !== after.text(name) || before.has(name) !== after.has(name))
    .sort();
}
