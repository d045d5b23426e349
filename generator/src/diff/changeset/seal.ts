import { sha256 } from "../../emit/lock/sha256.ts";

const SEAL = /\n<!-- sailkit: base ([0-9a-f]+), text ([0-9a-f]+) -->\n$/;

/** Appends a comment that tells later whether a person has edited the text since. */
export function seal(text: string, base: string): string {
  return `${text}\n<!-- sailkit: base ${base}, text ${hash(text)} -->\n`;
}

/** What the comment of a file says: the spec it starts from, and whether the text is still ours. Undefined without one. */
export function readSeal(file: string): { readonly base: string; readonly isOurs: boolean } | undefined {
  const content = file.replaceAll("\r\n", "\n");
  const match = SEAL.exec(content);
  if (!match?.[1]) return undefined;
  return { base: match[1], isOurs: match[2] === hash(content.slice(0, match.index)) };
}

function hash(text: string): string {
  return sha256(text).slice(0, 16);
}
