import { limits } from "./limits.ts";
import { refuse } from "./refuse.ts";

/** Brackets that may be open at once before a text counts as a bomb; more than prose and drawings ever leave open. */
const mostOpen = 10_000;

/**
 * Refuses a text whose brackets nest far beyond what is read, before a parser spends memory on each of them. Of JSON, strings
 * are passed over; of YAML, where quotes may stand anywhere, they are not.
 *
 * @throws SpecRefusal
 */
export function refuseNesting(text: string, name: string, format: "json" | "yaml"): void {
  let open = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // `[` and `{`, `]` and `}`, `"`
    if (code === 0x5b || code === 0x7b) open += 1;
    else if ((code === 0x5d || code === 0x7d) && open > 0) open -= 1;
    else if (code === 0x22 && format === "json") index = endOfString(text, index);
    if (open <= mostOpen) continue;
    refuse({
      rule: "too-deep",
      pointer: "",
      message: `"${name}" is nested more than ${limits.maxDepth} levels deep.`,
      hint: "Name the inner parts as components and refer to them.",
    });
  }
}

/** The offset of the quote that ends the string which starts at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text[first - 1] === "\\") first -= 1;
    // Backslashes escape each other in pairs.
    if ((end - first) % 2 === 0) return end;
  }
  return text.length;
}
