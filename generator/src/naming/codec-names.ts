/** The codecs of the client's runtime, each in a module of its name. */
export const CODECS = [
  "blob",
  "form",
  "media",
  "multipart",
  "optional",
  "raw",
  "styles",
  "text",
  "undeclared",
] as const;
export type CodecName = (typeof CODECS)[number];

/** What a codec is called in generated modules: by its own name an operation could be called too. */
export function localCodecName(name: CodecName): string {
  return `${name}Codec`;
}
