/**
 * A table in Markdown. Numbers stand to the right.
 * @param head titles of the columns; a title that starts with `#` is of numbers, and is printed without it
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `|${head.map((title) => (title.startsWith("#") ? "--:" : "---")).join("|")}|`;
  return [line(head.map((title) => title.replace(/^#/, ""))), rule, ...rows.map(line)].join("\n");
}
