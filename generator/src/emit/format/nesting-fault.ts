/** Deepest nesting of brackets that is parsed: the native parsers are recursive, and crash the process instead of failing. */
export const DEEPEST = 1000;

// Compared as numbers: a set takes six times as long over the megabytes of a big schema.
const [ROUND, SQUARE, CURLY] = [0x28, 0x5b, 0x7b];
const [ROUND_END, SQUARE_END, CURLY_END] = [0x29, 0x5d, 0x7d];
const [QUOTE, SLASH, STAR] = [0x22, 0x2f, 0x2a];

/**
 * Finds where brackets nest too deeply to be parsed, those in comments and double-quoted strings not counted. Templates print
 * no other strings.
 *
 * @returns The offset in UTF-16 units, or `undefined`.
 */
export function nestingFault(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === ROUND || unit === SQUARE || unit === CURLY) {
      if (++depth > DEEPEST) return offset;
    } else if (unit === ROUND_END || unit === SQUARE_END || unit === CURLY_END) {
      if (depth > 0) depth--;
    } else if (unit === QUOTE) {
      offset = endOfString(text, offset);
    } else if (unit === SLASH) {
      const next = text.charCodeAt(offset + 1);
      if (next === STAR) offset = endOf(text, "*/", offset + 2);
      else if (next === SLASH) offset = endOf(text, "\n", offset);
    }
  }
  return undefined;
}

/** The offset of the last unit of what ends with `mark`. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length - 1;
}

/** The offset of the quote that ends a string; the string's own one where there is none on its line, since that is no string. */
function endOfString(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === QUOTE) return offset;
    if (unit === 0x5c) offset++;
    else if (unit === 0x0a) return start;
  }
  return start;
}
