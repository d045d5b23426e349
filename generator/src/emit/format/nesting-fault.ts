/** Deepest nesting of brackets that is parsed: the native parsers are recursive, and crash the process instead of failing. */
export const DEEPEST = 1000;

// Compared as numbers: a set takes six times as long over the megabytes of a big schema.
const [ROUND, SQUARE, CURLY] = [0x28, 0x5b, 0x7b];
const [ROUND_END, SQUARE_END, CURLY_END] = [0x29, 0x5d, 0x7d];

/**
 * Finds where brackets nest too deeply to be parsed. Counts those in comments and strings too, which is quick, and wrong
 * only for text with a thousand brackets left open.
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
    }
  }
  return undefined;
}
