import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
// The generator has the compiler whose syntax tree can be walked from JavaScript.
const ts = createRequire(path.join(root, "../../generator/package.json"))("typescript") as typeof import("typescript");

/** Places where a declaration says `any`. */
function anys(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: import("typescript").Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}: ${source.text.split("\n")[line]?.trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("the public types say `any` nowhere", { timeout: 30_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "sailkit-types-"));
  try {
    const compiler = createRequire(path.join(root, "package.json")).resolve("typescript/package.json");
    const tsc = path.join(path.dirname(compiler), "bin/tsc");
    const flags = ["-p", path.join(root, "tsconfig.json"), "--outDir", folder, "--emitDeclarationOnly"];
    await promisify(execFile)(process.execPath, [tsc, ...flags]);
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".d.ts"));
    const found = await Promise.all(
      files.map(async (file) => anys(file, await readFile(path.join(folder, file), "utf8"))),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(found.flat()).toEqual([]);
    expect(anys("x.d.ts", "export type A = any[];")).toEqual(["x.d.ts:1: export type A = any[];"]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
