import { escapeCharacter, UNSAFE_CHARACTERS } from "./comment-text.ts";

/** A JSON value as TypeScript source: what `JSON.stringify` gives, with every unsafe character escaped. */
export function literal(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE_CHARACTERS, escapeCharacter);
}
