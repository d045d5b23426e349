import { refuse } from "./refuse.ts";

/** Decodes UTF-8, or UTF-16 where a byte order mark says so. The mark itself is left out. */
export function decodeText(bytes: Buffer, name: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse({
      rule: "not-text",
      pointer: "",
      message: `"${name}" is not valid ${encoding.toUpperCase()} text.`,
      hint: "Save the document as UTF-8.",
    });
  }
}
