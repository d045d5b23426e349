import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { FormatFailure } from "../../../src/emit/format/format-failure.ts";
import { formatFiles } from "../../../src/emit/format/format-files.ts";

const cwd = process.cwd();
afterEach(() => process.chdir(cwd));

async function failureOf(files: Record<string, string>): Promise<FormatFailure> {
  try {
    await formatFiles(new Map(Object.entries(files)));
  } catch (error) {
    if (error instanceof FormatFailure) return error;
    throw error;
  }
  throw new Error("formatted, though it should have failed");
}

test("lays out TypeScript, and passes JSON, Markdown and skipped files through", async () => {
  const files = new Map([
    ["src/generated/index.ts", "export   * from './a.ts'\n\n\n\nexport const b={'c':1,\n d:[ 2 ]}"],
    ["docs/README.md", "*  a\n*   b"],
    ["src/generated/schema.ts", "export type   A=1"],
    ["package.json", '{"files":["a","b"]}'],
  ]);
  const formatted = await formatFiles(files, { skip: (path) => path.endsWith("schema.ts") });
  expect([...formatted]).toEqual([
    ["src/generated/index.ts", 'export * from "./a.ts";\n\nexport const b = { c: 1, d: [2] };\n'],
    ["docs/README.md", "*  a\n*   b"],
    ["src/generated/schema.ts", "export type   A=1"],
    ["package.json", '{"files":["a","b"]}'],
  ]);
});

test("gives the same text whatever configuration lies in the current folder or the environment", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sailkit-test-"));
  try {
    for (const name of [".oxfmtrc.json", ".prettierrc"]) writeFileSync(join(folder, name), '{"useTabs":true}');
    writeFileSync(join(folder, ".editorconfig"), "root = true\n[*]\nindent_style = tab\nend_of_line = crlf\n");
    const files = new Map([["a.ts", "export interface A {\r\nb: string\r\n}"]]);
    const plain = await formatFiles(files);
    process.chdir(folder);
    expect(await formatFiles(files)).toEqual(plain);
    expect(plain.get("a.ts")).toBe("export interface A {\n  b: string;\n}\n");
  } finally {
    process.chdir(cwd);
    rmSync(folder, { recursive: true, force: true });
  }
});

test("leaves formatted text as it is", async () => {
  const once = await formatFiles(new Map([["a.ts", "export const a = {b:1} as const satisfies object"]]));
  expect(await formatFiles(once)).toEqual(once);
});

test("takes names that mean something to a shell, to a path or to a formatter", async () => {
  const names = ["--help.ts", "a b.ts", "../../x.ts", "node_modules/x.ts", ".gitignore.ts", "a.d.ts", "$(x).mts"];
  const formatted = await formatFiles(new Map(names.map((name) => [name, "export type A=1"])));
  expect([...formatted]).toEqual(names.map((name) => [name, "export type A = 1;\n"]));
});

test("names file, line, column and excerpt of everything that does not parse", async () => {
  const error = await failureOf({
    "src/c.ts": "/* never closed",
    "src/good.ts": "export {};\n",
    "src/a.ts": "export const a = 1;\n  /* ü 🤨 */ export const b = ;\n",
  });
  expect(error.problems).toEqual([
    { path: "src/a.ts", line: 2, column: 31, excerpt: "/* ü 🤨 */ export const b = ;", message: "Unexpected token" },
    { path: "src/c.ts", line: 1, column: 1, excerpt: "/* never closed", message: expect.stringMatching(/comment/i) },
  ]);
  expect(error.message).toContain("  src/a.ts:2:31: Unexpected token\n    /* ü 🤨 */ export const b = ;\n");
  expect(error.message).toContain("fix the one that prints this file");
});

test("names no more than ten problems, and counts the rest", async () => {
  const error = await failureOf(
    Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.ts`, "export"])),
  );
  expect(error.problems).toHaveLength(12);
  expect(error.message.match(/\.ts:1:/g)).toHaveLength(10);
  expect(error.message).toContain("and 2 more");
});

test("survives nesting that would crash a recursive parser (H15)", async () => {
  const deep = (levels: number) => `export type A = ${"{a:".repeat(levels)}1${"}".repeat(levels)};`;
  expect((await formatFiles(new Map([["a.ts", deep(900)]]))).get("a.ts")).toContain(`${"  ".repeat(900)}a: 1;`);
  expect((await failureOf({ "a.ts": deep(100_000) })).problems).toEqual([
    expect.objectContaining({ line: 1, message: expect.stringContaining("nests more than 1000 brackets deep") }),
  ]);
});

test("does nothing when there is nothing to format", async () => {
  expect(await formatFiles(new Map([["README.md", "#  x"]]))).toEqual(new Map([["README.md", "#  x"]]));
});
