import type { TemplatePlace } from "./template-node.ts";

/** A tag as it stands in the text of a template. */
export interface TemplateTag extends TemplatePlace {
  /** `{` for a triple, `half` for one that lacks its third closing brace, otherwise the sign; `""` for none. */
  readonly sign: "" | "{" | "half" | "&" | "#" | "^" | "/" | ">" | "!" | "=";
  readonly name: string;
  /** Offsets of its text in the template. */
  readonly start: number;
  readonly stop: number;
}

/** Comment, change of delimiters, triple, or any other tag; jmustache closes a triple with three braces, all else with two. */
const TAG =
  /\{\{!(?<comment>[\s\S]*?)\}\}|\{\{=(?<delimiters>[\s\S]*?)=\}\}|\{\{\{(?<raw>[\s\S]*?)\}\}(?<third>\}?)|\{\{(?<sign>[#^/>&]?)(?<name>[\s\S]*?)\}\}/g;

/** Every tag of a template, in order. */
export function scanTags(text: string): TemplateTag[] {
  const tags: TemplateTag[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    for (let end = text.indexOf("\n", at); end >= 0 && end < match.index; end = text.indexOf("\n", end + 1)) {
      line += 1;
      lineStart = end + 1;
    }
    at = Math.max(match.index, lineStart);
    const place = {
      line,
      column: match.index - lineStart + 1,
      start: match.index,
      stop: match.index + match[0].length,
    };
    tags.push({ ...place, ...read(match.groups ?? {}) });
  }
  return tags;
}

function read(groups: Record<string, string | undefined>): Pick<TemplateTag, "sign" | "name"> {
  if (groups.comment !== undefined) return { sign: "!", name: groups.comment.trim() };
  if (groups.delimiters !== undefined) return { sign: "=", name: groups.delimiters.trim() };
  if (groups.raw !== undefined) return { sign: groups.third === "}" ? "{" : "half", name: groups.raw.trim() };
  return { sign: (groups.sign ?? "") as TemplateTag["sign"], name: (groups.name ?? "").trim() };
}
