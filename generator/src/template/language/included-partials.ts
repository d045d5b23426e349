import { partialFile } from "./partial-file.ts";
import { scanTags } from "./scan-tags.ts";
import type { TemplateSet } from "./template-set.ts";

/**
 * Templates that some reach by partials, themselves included, in order of finding.
 * A template need not be one that can be parsed.
 */
export function includedPartials(set: TemplateSet, names: readonly string[]): string[] {
  const found = new Set(names);
  for (const name of found) for (const partial of directPartials(set, name)) found.add(partial);
  return [...found];
}

function directPartials(set: TemplateSet, name: string): string[] {
  return scanTags(set.text(name)).flatMap((tag) => (tag.sign === ">" ? [partialFile(tag.name)] : []));
}
