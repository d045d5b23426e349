import { literal } from "./literal.ts";

/** Letters, digits, `-`, `_`, `/` and single blanks: the same in YAML, unless the word means something to some parser. */
const PLAIN = /^(?!(?:true|false|yes|no|on|off|null|y|n)$)[A-Za-z/][\w/-]*(?: [\w/-]+)*$/i;

/** Text as a YAML scalar on one line, quoted where it has to be: front matter cannot be left from inside it. */
export function yamlText(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  // JSON strings are YAML; what YAML does not print must be escaped besides, and literal does that.
  return PLAIN.test(line) ? line : literal(line);
}
