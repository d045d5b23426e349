/**
 * Characters that must never reach a source file raw: control characters, the line separators U+2028 and U+2029, the
 * byte order mark, lone surrogates, and the bidirectional controls that make code read differently from how it runs
 * (https://trojansource.codes).
 */
export const UNSAFE_CHARACTERS: RegExp =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this expression looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `\u202e` for U+202E: how an unsafe character is shown instead. */
export function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * Makes spec text safe inside a block comment: it cannot end the comment, start a JSDoc tag of its own, or hide
 * characters. Line breaks become `\n`; everything else stays readable.
 */
export function commentText(text: string): string {
  // Tags start behind blanks, anywhere in a line; directives also behind marks at its start. Neither looks across lines, which
  // would take for ever.
  const tag = /(?<=^|\s)@(?=\S)/gm;
  const directive = /^((?:[^\S\n]|[*/])+)@/gm;
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replace(UNSAFE_CHARACTERS, escapeCharacter)
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replace(tag, "\\@")
    .replace(directive, "$1\\@");
}

/** The lines of {@link commentText}, without trailing blanks and without blank lines at either end. */
export function commentLines(text: string): string[] {
  const lines = commentText(text)
    .split("\n")
    .map((line) => line.trimEnd());
  return lines.slice(
    lines.findIndex((line) => line !== ""),
    lines.findLastIndex((line) => line !== "") + 1,
  );
}
