import type { TemplateFile } from "../../java/template-file.ts";
import type { JsonObject } from "../../spec/json.ts";
import { includedPartials } from "../language/included-partials.ts";
import { renderText } from "../language/render-text.ts";
import type { SectionNode } from "../language/template-node.ts";
import type { TemplateSet } from "../language/template-set.ts";
import { walkNodes } from "../language/walk-nodes.ts";
import { renderedScopes } from "../rendered-scopes.ts";

/** A section of a template, and who prints its inside. */
export interface CoveredSection {
  readonly template: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** As it is written: `{{#body}}`. */
  readonly tag: string;
  /** Names of the specs over which its inside is printed. */
  readonly by: readonly string[];
}

/** A spec that templates are rendered over. */
export interface CoveringSpec {
  readonly name: string;
  readonly skeleton: JsonObject;
}

/** Renders every template that makes a file over some specs, and tells of each section which of them reach it. */
export function sectionCoverage(
  set: TemplateSet,
  files: readonly TemplateFile[],
  specs: readonly CoveringSpec[],
): CoveredSection[] {
  const reached = new Map<SectionNode, Set<string>>();
  for (const { name, skeleton } of specs) {
    for (const file of files) {
      for (const { scopes } of renderedScopes(skeleton, file)) {
        renderText(set, file.template, scopes, {
          section: (_, node, printed) => {
            if (printed) reached.set(node, (reached.get(node) ?? new Set()).add(name));
          },
        });
      }
    }
  }
  const templates = includedPartials(
    set,
    files.map(({ template }) => template),
  );
  return templates.toSorted().flatMap((template) =>
    [...walkNodes(set.nodes(template))].flatMap(({ node }) => {
      if (node.kind !== "section" && node.kind !== "inverted") return [];
      const tag = `{{${node.kind === "section" ? "#" : "^"}${node.name}}}`;
      return [{ template, line: node.line, column: node.column, tag, by: [...(reached.get(node) ?? [])] }];
    }),
  );
}
