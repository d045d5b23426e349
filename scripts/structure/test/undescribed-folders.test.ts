import { expect, test } from "vitest";
import { undescribedFolders } from "../undescribed-folders.ts";

const files = [
  "one/src/deep/a.ts",
  "one/test/deep/a.test.ts",
  "one/test/own/b.test.ts",
  "one/test/goldens/x/y.txt",
  "one/src/generated/operations/c.ts",
];

const map = `## Where to look

| place | what it is for |
|---|---|
| \`one/\` | the one |

### \`one/\`

| folder | what it is for |
|---|---|
| \`src/deep/\` | depths |
| \`src/generated/\` | made |
| \`test/own/\` | its own tests |
| \`test/goldens/\` | outputs |
`;

test("tables that have a line for every folder are well", () => {
  expect(undescribedFolders(files, map)).toEqual([]);
});

test("a folder without a line, a line without a folder, two lines and an empty one are each found", () => {
  const other = map
    .replace("| `src/deep/` | depths |\n", "")
    .replace("| its own tests |", "|  |")
    .concat("| `src/gone/` | gone |\n| `test/goldens/` | again |\n");
  expect(undescribedFolders(files, other)).toEqual([
    "ARCHITECTURE.md does not say what one/src/deep/ is for: add a line, in the table of the folder above.",
    "ARCHITECTURE.md has a line on one/src/gone/, which holds no file: remove it.",
    "ARCHITECTURE.md has two lines on one/test/goldens/: keep one.",
    "ARCHITECTURE.md says nothing in its line on one/test/own/: write what it is for.",
  ]);
});
