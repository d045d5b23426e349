import type { OutputFiles } from "../../../src/emit/output/output-files.ts";

/** Two output trees that differ in every way: files changed, added, gone, the same; a folder that only one has. */
export const owned = ["src/generated", "docs", "package.json", "sailkit.lock.json"];

export const treeA: OutputFiles = new Map([
  ["sailkit.lock.json", '{"output":{"A":1}}\n'],
  ["package.json", '{"name":"a"}\n'],
  ...numbered("docs/only-a-", 2, "A"),
  ...numbered("src/generated/both-", 4, "A"),
  ...numbered("src/generated/operations/only-a-", 2, "A"),
  ["src/generated/same.ts", "export type Same = 1;\n"],
]);

export const treeB: OutputFiles = new Map([
  ["sailkit.lock.json", '{"output":{"B":1}}\n'],
  ["package.json", '{"name":"b"}\n'],
  ...numbered("src/generated/both-", 4, "B"),
  ...numbered("src/generated/deep/er/only-b-", 2, "B"),
  ["src/generated/same.ts", "export type Same = 1;\n"],
]);

function numbered(prefix: string, count: number, letter: string): [string, string][] {
  return Array.from({ length: count }, (_, index) => [`${prefix}${index}.ts`, `export type ${letter} = ${index};\n`]);
}
