import { escapeCharacter, UNSAFE_CHARACTERS } from "../comment-text.ts";

/**
 * Text as a fenced code block. The fence is longer than any run of backticks inside, so that nothing in it ends the block.
 * @param language only letters, digits, `+` and `-` of it are kept
 */
export function codeFence(text: string, language = ""): string {
  const code = text.replaceAll("\r\n", "\n").replace(UNSAFE_CHARACTERS, escapeCharacter).replace(/\n+$/, "");
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language.replace(/[^\w+-].*$/s, "").slice(0, 20)}\n${code}\n${fence}`;
}
