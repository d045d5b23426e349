import { folderPurposes } from "./folder-purposes.ts";

/** Mean in every package what they mean everywhere. */
const CONVENTIONAL = /\/(src|bin|test)$/;

/** Below these lies data, or what is generated: one line for the whole of it. */
const WHOLE = /(^|\/)(generated|fixtures|goldens|static)\/|^packages\/[^/]+\/docs\//;

const FILE = "ARCHITECTURE.md";

/**
 * Holds the tables of folders in ARCHITECTURE.md to the folders there are. No line is needed for the `src/`, `bin/` and `test/` of
 * a package, nor for a folder below `test/` that mirrors another of the package.
 *
 * @param files paths of all files from the root, with forward slashes
 * @param markdown the text of ARCHITECTURE.md
 * @returns a sentence each, with what to do; none where all is well
 */
export function undescribedFolders(files: readonly string[], markdown: string): string[] {
  const folders = foldersOf(files);
  const lines = folderPurposes(markdown);
  const described = new Set(lines.map(({ folder }) => folder));
  const missing = [...folders]
    .filter((folder) => !described.has(folder) && !CONVENTIONAL.test(folder) && !WHOLE.test(folder))
    .filter((folder) => !mirrors(folder, folders))
    .map((folder) => `${FILE} does not say what ${folder}/ is for: add a line, in the table of the folder above.`);
  const gone = [...described]
    .filter((folder) => !folders.has(folder))
    .map((folder) => `${FILE} has a line on ${folder}/, which holds no file: remove it.`);
  const twice = lines
    .filter(({ folder }, index) => lines.findIndex((other) => other.folder === folder) !== index)
    .map(({ folder }) => `${FILE} has two lines on ${folder}/: keep one.`);
  const empty = lines
    .filter(({ purpose }) => purpose === "")
    .map(({ folder }) => `${FILE} says nothing in its line on ${folder}/: write what it is for.`);
  return [...missing, ...gone, ...twice, ...empty];
}

function mirrors(folder: string, folders: ReadonlySet<string>): boolean {
  const [before, below] = folder.split(/(?:^|\/)test\//);
  if (below === undefined) return false;
  return folders.has(`${before}/src/${below}`) || folders.has(`${before}/${below}`);
}

/** Every folder with a file in it, or in one below it. */
function foldersOf(files: readonly string[]): Set<string> {
  const folders = files.flatMap((file) => {
    const parts = file.split("/").slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  });
  return new Set(folders.sort());
}
