import { closestName } from "../closest-name.ts";
import { hostileVariables } from "../hostile-variables.ts";
import type { LintedTemplate, LintReport, LintRule } from "../lint-rule.ts";
import { type NameUse, namesUsed } from "../names-used.ts";

function scopeRule(id: string, explanation: string, message: (use: NameUse) => string | undefined): LintRule {
  const check = (linted: LintedTemplate, report: LintReport) => {
    for (const use of namesUsed(linted)) {
      const found = message(use);
      if (found !== undefined) report(use.node, found);
    }
  };
  return { id, explanation, check };
}

/** Names of the tool that hold text of a spec. */
export const hostileVariable = scopeRule(
  "hostile-variable",
  "The tool has names of its own, such as path, baseName and example. They hold text as a spec has it, or numbers that stand in for it: neither may reach the output.",
  ({ node, found }) =>
    found === undefined && hostileVariables.has(node.name)
      ? `${node.name} belongs to the tool and is raw text of a spec. Print an x-sailkit value, which a transform has escaped for its place.`
      : undefined,
);

/** Names that nothing defines. */
export const unknownVariable = scopeRule(
  "unknown-variable",
  "Every name is one that the table in templates/README.md lists for the place where it is used. An unknown name prints nothing, silently.",
  ({ node, found, inScope }) => {
    if (found !== undefined || hostileVariables.has(node.name)) return undefined;
    const near = closestName(node.name, inScope);
    const hint = near === undefined ? "" : ` Did you mean ${near}?`;
    return `Nothing defines ${node.name} here.${hint} In scope: ${listed(inScope)}.`;
  },
);

/** Values that are no text. */
export const notText = scopeRule(
  "not-text",
  "What is printed is text. An object or a list would come out in the notation of Java, and false as the word; open a section for it.",
  ({ node, found, guarded }) => {
    if (node.kind !== "variable" || found === undefined) return undefined;
    const structure = ["object", "list"].find((type) => found.types.has(type));
    if (structure) return `${node.name} is ${structure === "list" ? "a list" : "an object"}: open a section for it.`;
    const isOpen = found.types.has("false") && !guarded;
    return isOpen ? `${node.name} may be false, which would print the word: put it into {{#${node.name}}}.` : undefined;
  },
);

function listed(names: readonly string[]): string {
  return names.length > 24 ? `${names.slice(0, 24).join(", ")} and ${names.length - 24} more` : names.join(", ");
}
