/** Where an offset of a text is, for messages: `line 3, column 7`, both counted from 1. */
export function textPosition(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `line ${line}, column ${offset - before.lastIndexOf("\n")}`;
}
