import { limits } from "./limits.ts";
import { refuse } from "./refuse.ts";

/** Brackets that may be open at once before a text counts as a bomb; more than prose and drawings ever leave open. */
const mostOpen = 10_000;

/**
 * Refuses a text whose brackets nest far beyond what is read, before a parser spends memory on each of them. Brackets in
 * strings count, too: what passes may still be too deep, and what does not pass is no document.
 *
 * @throws SpecRefusal
 */
export function refuseNesting(text: string, name: string): void {
  let open = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // `[` and `{`, `]` and `}`
    if (code === 0x5b || code === 0x7b) open += 1;
    else if ((code === 0x5d || code === 0x7d) && open > 0) open -= 1;
    if (open <= mostOpen) continue;
    refuse({
      rule: "too-deep",
      pointer: "",
      message: `"${name}" is nested more than ${limits.maxDepth} levels deep.`,
      hint: "Name the inner parts as components and refer to them.",
    });
  }
}
