import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test("every snippet of the README compiles", { timeout: 30_000 }, async () => {
  const readme = await readFile(path.join(root, "README.md"), "utf8");
  const snippets = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? "");
  expect(snippets.length).toBeGreaterThan(5);
  await mkdir(path.join(root, "node_modules"), { recursive: true });
  const folder = await mkdtemp(path.join(root, "node_modules", ".readme-"));
  try {
    await Promise.all(snippets.map((code, index) => writeFile(path.join(folder, `snippet-${index + 1}.ts`), code)));
    const config = {
      extends: "../../tsconfig.json",
      compilerOptions: {
        noEmit: true,
        rootDir: "../..",
        declaration: false,
        isolatedDeclarations: false,
        noUnusedLocals: false,
        lib: ["es2023", "dom", "dom.iterable"],
        paths: {
          "@sailkit/beta-client": ["../../src/index.ts"],
          "@sailkit/beta-client/manifest": ["../../src/generated/manifest.ts"],
          "@sailkit/beta-client/*": ["../../src/generated/operations/*.ts"],
        },
      },
      include: ["*.ts"],
    };
    await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const compiler = createRequire(path.join(root, "package.json")).resolve("typescript/package.json");
    const tsc = path.join(path.dirname(compiler), "bin/tsc");
    const output = await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch((error) => error);
    expect(output.stdout).toBe("");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
