/** What a line of a table of folders says. */
export interface FolderPurpose {
  /** From the root, with forward slashes: `generator/src/cli`. */
  readonly folder: string;
  readonly purpose: string;
}

/**
 * The folders that the tables of a Markdown text describe: rows whose first cell is a path in code that ends in a slash.
 * A title above a table that is such a path, too, is what the paths below it start from.
 */
export function folderPurposes(markdown: string): FolderPurpose[] {
  const found: FolderPurpose[] = [];
  let base = "";
  for (const line of markdown.split("\n")) {
    const title = /^#+ (.*)$/.exec(line);
    if (title) base = /^`([^`]+\/)`$/.exec(title[1] ?? "")?.[1] ?? "";
    const row = /^\| `([^`]+)\/` +\| *(.*?) *\|$/.exec(line);
    if (row) found.push({ folder: `${base}${row[1]}`, purpose: row[2] ?? "" });
  }
  return found;
}
