import path from "node:path";
import { templateFiles } from "../../pipeline/template-files.ts";
import { chooseTemplates } from "../../template/choose-templates.ts";
import { knownShapes } from "../../template/known-shapes.ts";
import { readTemplates } from "../../template/language/template-set.ts";
import type { LintFinding } from "../../template/lint/lint-finding.ts";
import { lintTemplates } from "../../template/lint/lint-templates.ts";
import { templateFolders } from "../../template/template-folders.ts";

export interface LintCommandOptions {
  /** Only these templates; all where empty. */
  readonly templates?: readonly string[];
  /** Folders layered over ours. */
  readonly layers?: readonly string[];
}

/** A finding, and where to look. */
interface PlacedFinding extends LintFinding {
  /** Path of the template, relative to the current folder. */
  readonly file: string;
  /** The line as it stands. */
  readonly excerpt: string;
}

export interface LintCommandResult {
  readonly findings: readonly PlacedFinding[];
  /** How many templates were looked at. */
  readonly checked: number;
}

/** Holds templates to the rules of the house. */
export function lint({ templates = [], layers = [] }: LintCommandOptions = {}): LintCommandResult {
  const set = readTemplates(templateFolders(layers));
  const only = templates.length > 0 ? chooseTemplates(set, templates) : undefined;
  const findings = lintTemplates({ set, files: templateFiles({ docs: true }), shapes: knownShapes(), only });
  return {
    checked: only?.length ?? set.names.length,
    findings: findings.map((finding) => ({
      ...finding,
      file: path.relative("", set.file(finding.template) ?? finding.template),
      excerpt: set.text(finding.template).split("\n")[finding.line - 1] ?? "",
    })),
  };
}
