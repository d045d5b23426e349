import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test("the README compiles, every piece on its own", async () => {
  const readme = await readFile(here("../README.md"), "utf8");
  const pieces = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? "");
  expect(pieces.length).toBeGreaterThan(7);
  const folder = await mkdtemp(join(tmpdir(), "sailkit-readme-"));
  try {
    for (const [at, code] of pieces.entries())
      await writeFile(join(folder, `piece-${at}.mts`), `${code}\nexport {};\n`);
    const config = {
      extends: here("../tsconfig.test.json"),
      compilerOptions: { types: [], noUnusedLocals: false, rootDir: null },
      include: ["*.mts"],
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = here("../node_modules/typescript/bin/tsc");
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch((error) => error);
    expect(stdout).toBe("");
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);
