/**
 * Rewrites two layouts that strict YAML refuses and whose meaning is clear; everything else stays as it is, line for line:
 * brackets and items of a multi-line `[...]` or `{...}` that stand no further in than their key, which are moved in, and
 * tabs in front of lines where indentation carries no meaning (inside such brackets, comments).
 *
 * Meant for texts that did not parse. Quoted strings, comments and block scalars are recognised, so that brackets in them
 * do not count.
 */
export function repairLayout(text: string): string {
  const state = { depth: 0, quote: "", indent: 0, blockIndent: -1 };
  return text
    .split("\n")
    .map((line) => repairLine(line, state))
    .join("\n");
}

interface LayoutState {
  /** Open brackets at the start of the line. */
  depth: number;
  /** The quote that is open at the start of the line, or "". */
  quote: string;
  /** Indentation of the line on which the outermost bracket opened. */
  indent: number;
  /** Indentation of the line that started a block scalar, or -1. */
  blockIndent: number;
}

function repairLine(line: string, state: LayoutState): string {
  const content = line.trimStart();
  const indent = line.length - content.length;
  if (state.blockIndent >= 0) {
    if (content === "" || indent > state.blockIndent) return line;
    state.blockIndent = -1;
  }
  if (state.depth === 0 && state.quote === "") {
    if (content.startsWith("#")) return line.slice(0, indent).replaceAll("\t", "  ") + content;
    state.indent = indent;
    scan(content, state);
    if (state.depth === 0 && /(?:^|[\s:-])[|>][-+\d]*\s*(?:#.*)?$/.test(content)) state.blockIndent = indent;
    return line;
  }
  scan(content, state);
  return content === "" ? line : " ".repeat(Math.max(indent, state.indent + 2)) + content;
}

/** Follows quotes and brackets through one line. */
function scan(content: string, state: LayoutState): void {
  for (let index = 0; index < content.length; index += 1) {
    const character = content[index] as string;
    if (state.quote !== "") {
      if (character === "\\" && state.quote === '"') index += 1;
      else if (character === state.quote) state.quote = "";
      continue;
    }
    if (character === "#" && (index === 0 || /\s/.test(content[index - 1] as string))) return;
    if ((character === '"' || character === "'") && startsValue(content, index, state.depth)) state.quote = character;
    else if ((character === "[" || character === "{") && startsValue(content, index, state.depth)) state.depth += 1;
    else if ((character === "]" || character === "}") && state.depth > 0) state.depth -= 1;
  }
}

/** Whether a quote or bracket at `index` opens a value: anywhere inside brackets, else at the start or behind `key:` or `-`. */
function startsValue(content: string, index: number, depth: number): boolean {
  if (depth > 0) return true;
  let before = index - 1;
  while (before >= 0 && content[before] === " ") before -= 1;
  return before < 0 || (before < index - 1 && (content[before] === ":" || content[before] === "-"));
}
