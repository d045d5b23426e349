import path from "node:path";
import type { TemplateSet } from "./language/template-set.ts";
import { closestName } from "./lint/closest-name.ts";

/**
 * The templates that people mean: by path below the templates folder, or of the file, with the ending or without.
 * @throws Error naming what is like the one there is not
 */
export function chooseTemplates(set: TemplateSet, given: readonly string[]): string[] {
  return given.map((text) => {
    const name = `${text.replaceAll("\\", "/").replace(/\.mustache$/, "")}.mustache`;
    const byFile = set.names.find((one) => path.resolve(set.file(one) ?? "") === path.resolve(name));
    const bySuffix = set.names.filter((one) => one === name || one.endsWith(`/${name}`));
    const found = set.has(name) ? name : (byFile ?? (bySuffix.length === 1 ? bySuffix[0] : undefined));
    if (found !== undefined) return found;
    const near = bySuffix.length > 1 ? bySuffix.join(" or ") : closestName(name, set.names);
    throw new Error(
      `There is no template ${name}.${near === undefined ? "" : ` Do you mean ${near}?`} Name one of the ${set.names.length} by its path in the templates folder, such as client/operation.`,
    );
  });
}
