/** Characters of a name that could mislead a reader or break the line it is printed on. */
export interface UnsafeCharacters {
  /** Line separators, and marks that reorder the text around them (https://trojansource.codes). */
  readonly deceptive: boolean;
  /** C0 controls, DEL, and halves of characters, which have no encoding. */
  readonly control: boolean;
}

/** Looks for characters that no name needs. */
export function unsafeCharacters(text: string): UnsafeCharacters {
  let deceptive = false;
  let control = /\p{Cs}/u.test(text);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) control = true;
    else if (code >= 0x2028 && code <= 0x202e) deceptive = true;
    else if (code >= 0x2066 && code <= 0x2069) deceptive = true;
  }
  return { deceptive, control };
}
