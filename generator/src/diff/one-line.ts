import { escapeCharacter, UNSAFE_CHARACTERS } from "../text/comment-text.ts";

/** Text of a spec on one line, without characters that hide or reorder others. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]\s*/g, " ").replace(UNSAFE_CHARACTERS, escapeCharacter);
}
