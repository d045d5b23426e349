import type { JsonObject } from "../../spec/json.ts";
import { commentLines } from "../../text/comment-text.ts";

/** Paragraphs as the lines of a doc comment, with a blank line between; empty ones are left out. */
export function docLines(paragraphs: readonly string[]): JsonObject[] {
  const lines: string[] = [];
  for (const paragraph of paragraphs) {
    const added = commentLines(paragraph);
    if (added.length === 0) continue;
    if (lines.length > 0) lines.push("");
    lines.push(...added);
  }
  return lines.map((text) => ({ text: text === "" ? "" : ` ${text}` }));
}
