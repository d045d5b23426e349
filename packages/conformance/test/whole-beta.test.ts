import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { runNode } from "../../../scripts/release/src/run-node.ts";
import { repository } from "../src/repository.ts";

const spec = path.join(process.env.SAILKIT_SPECS ?? "", "sailpoint-beta-2026-08-22.json.gz");
const missing = !process.env.SAILKIT_SPECS || !existsSync(spec);
const own = path.join(repository, "packages/beta-client");

test.skipIf(missing)(
  "an operation of the client of the whole beta API costs what it costs among five, byte for byte but for the operation (set SAILKIT_SPECS to run this)",
  async () => {
    const whole = mkdtempSync(path.join(tmpdir(), "sailkit-whole-"));
    try {
      const cli = path.join(repository, "generator/bin/sailkit.ts");
      const run = await runNode([cli, "generate", "--spec", spec, "--out", whole], repository);
      expect(run.ok, run.stderr).toBe(true);
      mkdirSync(path.join(whole, "node_modules"));
      symlinkSync(
        path.join(own, "node_modules/openapi-fetch"),
        path.join(whole, "node_modules/openapi-fetch"),
        "junction",
      );
      const [few, many] = [await bundle(own), await bundle(whole)];
      expect(many.operations).toBe("GET /task-status/{id}");
      expect(few.operations).toBe(many.operations);
      expect(many.rest).toBe(few.rest);
    } finally {
      rmSync(whole, { recursive: true, force: true });
    }
  },
);

/**
 * Bundles one operation, with the names that modules give, and takes out what is the API's: the operation and the servers.
 * @param folder of a client's sources
 */
async function bundle(folder: string): Promise<{ readonly operations: string; readonly rest: string }> {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { createClient, getTaskStatus } from "./src/index.ts";',
      resolveDir: folder,
      loader: "ts",
    },
    absWorkingDir: folder,
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    format: "esm",
    target: "es2022",
    write: false,
    // Where a file stands is no part of what it says.
    legalComments: "none",
  });
  const code = outputFiles[0]?.text ?? "";
  const operation = /function getTaskStatus\(.*?method:"(\w+)",path:"([^"]+)".*?\)\}/;
  const [, method, url] = operation.exec(code) ?? [];
  const rest = code.replace(operation, "").replace(/(var servers=)\[.*?\}\];/, "$1[];");
  return { operations: `${method} ${url}`, rest };
}
