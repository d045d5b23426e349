/** The first paragraph of a Markdown text: what is shown of it where it only introduces. */
export function firstParagraph(text: string): string {
  return text.trim().split(/\r?\n[^\S\n]*\r?\n/)[0] ?? "";
}
