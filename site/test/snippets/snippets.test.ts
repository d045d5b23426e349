import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { runProgram } from "../programs/run-program.ts";
import { readSnippets, type Snippet } from "./read-snippets.ts";
import { typeCheck } from "./type-check.ts";

const parent = path.join(import.meta.dirname, "../../.generated");
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(path.join(parent, "snippets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const snippets = readSnippets();
const programs = snippets.filter(({ isProgram }) => isProgram);
const place = ({ document, line }: Snippet) => `${document}:${line}`;
const file = (snippet: Snippet) => path.join(folder, `${place(snippet).replace(/\W+/g, "-")}.mts`);
for (const snippet of snippets) writeFileSync(file(snippet), `${snippet.code}\nexport {};\n`);

const ran = new Set<Snippet>();

test("every block of TypeScript in READMEs and guides is strict TypeScript", async () => {
  expect(new Set(snippets.map(({ document }) => document)).size).toBeGreaterThan(12);
  expect(await typeCheck(folder)).toBe("");
});

test.concurrent.each(programs.map((snippet) => [place(snippet), snippet] as const))("%s runs", async (_, snippet) => {
  const { code, stderr } = await runProgram(file(snippet), { tenant: "inside" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  ran.add(snippet);
});

afterAll(() => {
  const rows = [...Map.groupBy(snippets, ({ document }) => document)].map(([document, own]) => {
    const run = own.filter((snippet) => ran.has(snippet)).length;
    const only = own.filter(({ isProgram }) => !isProgram).length;
    return `  ${document.padEnd(44)} ${String(own.length).padStart(3)} compiled, ${String(run).padStart(3)} ran${only > 0 ? `, ${only} need something declared` : ""}`;
  });
  console.info(`TypeScript in READMEs and guides: ${snippets.length} blocks, ${ran.size} ran\n${rows.join("\n")}`);
});
