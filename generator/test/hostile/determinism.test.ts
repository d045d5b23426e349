import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { inRepository } from "../../src/config/in-repository.ts";
import type { JsonObject } from "../../src/spec/json.ts";
import { readSpec } from "../../src/spec/read/read-spec.ts";
import { hostileDocument } from "./hostile-document.ts";
import { payloads } from "./payloads.ts";
import { reorderKeys } from "./reorder-keys.ts";
import { runCli } from "./run-cli.ts";
import { specFolder } from "./spec-folder.ts";

describe.each(["3.0.3", "3.1.0"])("OpenAPI %s", (openapi) => {
  test(`H20 keys in another order, another folder, language and time zone: the same bytes (${openapi})`, async () => {
    const texts = payloads.filter(({ id }) => ["H03", "H06", "H09"].includes(id)).map(({ text }) => text);
    await expectSame(hostileDocument(openapi, texts));
  }, 60_000);
});

test("H20 the spec of this project: the same bytes", async () => {
  const { document } = await readSpec(inRepository("spec/openapi.beta.yaml"));
  await expectSame(document);
}, 60_000);

async function expectSame(document: JsonObject): Promise<void> {
  const folder = await specFolder({
    "a/openapi.json": document,
    "b/c d/openapi.json": JSON.stringify(reorderKeys(document), null, 3),
  });
  const flags = ["--spec", "openapi.json", "--out", "out", "--docs", "--quiet"];
  const there = { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" };
  const [first, second] = await Promise.all([
    runCli(["generate", ...flags], path.join(folder, "a")),
    runCli(["generate", ...flags], path.join(folder, "b/c d"), there),
  ]);
  const silent = { exit: 0, stdout: "", stderr: "", printed: "" };
  expect([first, second]).toEqual([silent, silent]);
  const tree = treeOf(path.join(folder, "a/out"));
  expect(Object.keys(tree).length).toBeGreaterThan(30);
  expect(treeOf(path.join(folder, "b/c d/out"))).toEqual(tree);
}

/** The text of every file; the lock without the hash of the spec, whose bytes differ. */
function treeOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const text = readFileSync(file, "utf8");
      return [path.relative(root, file), entry.name === "sailkit.lock.json" ? withoutSpec(text) : text];
    }),
  );
}

function withoutSpec(lock: string): string {
  const { inputs, ...rest } = JSON.parse(lock) as { inputs: object };
  return JSON.stringify({ ...rest, inputs: { ...inputs, spec: null } });
}
