/** Characters that mean something in Markdown or MDX, or that are shown escaped. */
const MARKUP = /[\\`*_{}[\]<>&#|~\r\t]|[^\n\x20-\x7e]/;
/** A line that begins with a letter or such and ends without blanks starts no block, and a blank one is blank. */
const LINES = /^(?:[A-Za-z"'(](?:.*\S)?(?:\n|$)|\n)*$/;

/** Whether a text is the same in Markdown, but for what `escapeLineStart` does: most are, and need not be parsed. */
export function isPlain(text: string): boolean {
  return !MARKUP.test(text) && LINES.test(text) && !/^\n|\n$|\n{3}/.test(text);
}
