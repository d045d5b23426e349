import { literal } from "./literal.ts";

/** Text as a double-quoted YAML scalar on one line: front matter cannot be left from inside it. */
export function yamlText(text: string): string {
  // JSON strings are YAML; what YAML does not print must be escaped besides, and literal does that.
  return literal(text.replace(/\s+/g, " ").trim());
}
