import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { FormatFailure } from "../../../src/emit/format/format-failure.ts";
import { formatFiles } from "../../../src/emit/format/format-files.ts";

const cwd = process.cwd();
afterEach(() => {
  process.chdir(cwd);
  delete process.env.BIOME_CONFIG_PATH;
});

async function failureOf(files: Record<string, string>): Promise<FormatFailure> {
  try {
    await formatFiles(new Map(Object.entries(files)));
  } catch (error) {
    if (error instanceof FormatFailure) return error;
    throw error;
  }
  throw new Error("formatted, though it should have failed");
}

test("lays out TypeScript and JSON, and passes Markdown and skipped files through", async () => {
  const files = new Map([
    ["src/generated/index.ts", "export   * from './a.ts'\n\n\n\nexport const b={'c':1,\n d:[ 2 ]}"],
    ["docs/README.md", "*  a\n*   b"],
    ["src/generated/schema.ts", "export type   A=1"],
    ["tsconfig.json", '{"files":["a","b"]}'],
    ["package.json", '{"files":["a","b"]}'],
  ]);
  const formatted = await formatFiles(files, { skip: (path) => path.endsWith("schema.ts") });
  expect([...formatted]).toEqual([
    ["src/generated/index.ts", 'export * from "./a.ts";\n\nexport const b = { c: 1, d: [2] };\n'],
    ["docs/README.md", "*  a\n*   b"],
    ["src/generated/schema.ts", "export type   A=1"],
    ["tsconfig.json", '{ "files": ["a", "b"] }\n'],
    ["package.json", '{\n  "files": [\n    "a",\n    "b"\n  ]\n}\n'],
  ]);
});

test("gives the same text whatever configuration lies in the current folder or the environment", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sailkit-test-"));
  try {
    writeFileSync(join(folder, "biome.json"), '{"formatter":{"indentStyle":"tab"},"files":{"includes":["!**"]}}');
    writeFileSync(join(folder, ".editorconfig"), "root = true\n[*]\nindent_style = tab\nend_of_line = crlf\n");
    const files = new Map([["a.ts", "export interface A {\r\nb: string\r\n}"]]);
    const plain = await formatFiles(files);
    process.chdir(folder);
    process.env.BIOME_CONFIG_PATH = folder;
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

test("takes names that mean something to a shell, to a path or to Biome", async () => {
  const names = ["--help.ts", "a b.ts", "../../x.ts", "node_modules/x.ts", "biome.json", "a.d.ts", "$(x).mts"];
  const text = (name: string) => (name.endsWith(".json") ? '{"a":1}' : "export type A=1");
  const formatted = await formatFiles(new Map(names.map((name) => [name, text(name)])));
  expect([...formatted.keys()]).toEqual(names);
  expect(new Set(formatted.values())).toEqual(new Set(["export type A = 1;\n", '{ "a": 1 }\n']));
});

test("names file, line, column and excerpt of everything that does not parse", async () => {
  const error = await failureOf({
    "src/a.ts": "export const a = 1;\nexport const b = ;\n",
    "src/good.ts": "export {};\n",
    "src/c.ts": "/* never closed",
  });
  expect(error.problems.map(({ path, line, column, excerpt }) => ({ path, line, column, excerpt }))).toEqual(
    expect.arrayContaining([
      { path: "src/a.ts", line: 2, column: 18, excerpt: "export const b = ;" },
      { path: "src/c.ts", line: 1, column: 16, excerpt: "/* never closed" },
    ]),
  );
  expect(error.message).toContain("src/a.ts:2:18: Expected an expression");
  expect(error.message).toContain("fix the one that prints this file");
});

test("does nothing, and starts nothing, when there is nothing to format", async () => {
  expect(await formatFiles(new Map([["README.md", "#  x"]]))).toEqual(new Map([["README.md", "#  x"]]));
});
