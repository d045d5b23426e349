import { escapeCharacter, UNSAFE_CHARACTERS } from "../text/comment-text.ts";

/**
 * Makes text that may come from a spec safe to print: on one line, so that it cannot pass for a line of ours (CI systems
 * take orders from lines), and without the control characters that terminals obey.
 */
export function printable(text: string): string {
  return text.replace(UNSAFE_CHARACTERS, escapeCharacter).replaceAll("\n", "\\n");
}
