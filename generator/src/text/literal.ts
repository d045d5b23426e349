import { escapeCharacter, UNSAFE_CHARACTERS } from "./comment-text.ts";

/**
 * A JSON value as TypeScript source: what `JSON.stringify` gives, with every unsafe character escaped, and the key
 * `__proto__` in brackets, since it would set the prototype otherwise.
 */
export function literal(value: unknown): string {
  return JSON.stringify(value)
    .replace(UNSAFE_CHARACTERS, escapeCharacter)
    .replace(/(?<=[{,])"__proto__":/g, '["__proto__"]:');
}
