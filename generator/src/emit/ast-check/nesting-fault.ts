/** Deepest nesting of brackets that is parsed: parsers are recursive, and some crash the process instead of failing. */
const DEEPEST = 1000;

const OPENING: ReadonlySet<number> = new Set(["(", "[", "{"].map((bracket) => bracket.charCodeAt(0)));
const CLOSING: ReadonlySet<number> = new Set([")", "]", "}"].map((bracket) => bracket.charCodeAt(0)));

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
    if (OPENING.has(unit)) {
      if (++depth > DEEPEST) return offset;
    } else if (CLOSING.has(unit) && depth > 0) {
      depth--;
    }
  }
  return undefined;
}
