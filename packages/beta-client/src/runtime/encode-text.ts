import { RequestError } from "./request-error.ts";

/**
 * A value as text of a URL, encoded but for letters, digits and `-_.!~*'()`. Dates and the like become what `toJSON` gives,
 * other objects JSON.
 * @throws {RequestError} for a lone surrogate, which has no encoding
 */
export function encodeText(value: unknown): string {
  const text = textOf(value);
  if (/\p{Cs}/u.test(text)) throw new RequestError(`Not well-formed text: ${JSON.stringify(text)}`);
  return encodeURIComponent(text);
}

/** A value as text, not encoded. */
export function textOf(value: unknown): string {
  const plain = (value as Partial<Date> | null | undefined)?.toJSON?.() ?? value;
  return typeof plain === "object" ? JSON.stringify(plain) : String(plain);
}
