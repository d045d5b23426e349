import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const packages = fileURLToPath(new URL("../..", import.meta.url));

// The generator has a parser that walks TypeScript.
const parser = createRequire(path.join(packages, "../generator/package.json"))("oxc-parser") as {
  parseSync(file: string, text: string): { program: object; errors: unknown[] };
};

/** Places where a declaration says `any`. */
function anys(file: string, text: string): string[] {
  const { program, errors } = parser.parseSync(file, text);
  expect(errors).toEqual([]);
  const found: string[] = [];
  const pending: unknown[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const { type, start = 0 } = node as { type?: string; start?: number };
    if (type === "TSAnyKeyword") found.push(`${file}:${text.slice(0, start).split("\n").length}`);
    pending.push(...Object.values(node).filter((value) => value !== undefined));
  }
  return found;
}

test.each(["beta-client", "beta-sdk"])(
  "the public types of %s say `any` nowhere",
  { timeout: 30_000 },
  async (name) => {
    const root = path.join(packages, name);
    const folder = await mkdtemp(path.join(tmpdir(), "sailkit-types-"));
    try {
      const compiler = createRequire(path.join(root, "package.json")).resolve("typescript/package.json");
      const tsc = path.join(path.dirname(compiler), "bin/tsc");
      const flags = ["-p", path.join(root, "tsconfig.json"), "--outDir", folder, "--emitDeclarationOnly"];
      await promisify(execFile)(process.execPath, [tsc, ...flags]);
      const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".d.ts"));
      const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
      expect(files.length).toBeGreaterThan(20);
      expect(files.flatMap((file, index) => anys(file, texts[index] ?? ""))).toEqual([]);
      expect(anys("x.d.ts", "\nexport type A = any[];")).toEqual(["x.d.ts:2"]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
