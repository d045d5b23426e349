import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { watchFolders } from "../../../src/template/preview/watch-folders.ts";

const root = mkdtempSync(path.join(tmpdir(), "sailkit-watch-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("saves are seen however an editor makes them: in place, by another file in its place, in a new folder", async () => {
  const client = path.join(root, "client");
  mkdirSync(client);
  const file = path.join(client, "a.mustache");
  writeFileSync(file, "one\n");
  let next: ((since: number) => void) | undefined;
  const watcher = watchFolders([root], async (since) => next?.(since));
  const saved = async (save: () => void): Promise<void> => {
    const seen = new Promise<number>((resolve) => {
      next = resolve;
    });
    const start = performance.now();
    save();
    expect(await seen).toBeGreaterThanOrEqual(start);
  };
  const replace = () => {
    writeFileSync(`${file}.swp`, "two\n");
    renameSync(`${file}.swp`, file);
  };
  await saved(() => appendFileSync(file, "more\n"));
  await saved(replace);
  await saved(() => appendFileSync(file, "more\n"));
  await saved(replace);
  await saved(() => mkdirSync(path.join(root, "docs")));
  await saved(() => writeFileSync(path.join(root, "docs/b.mustache"), "one\n"));
  watcher.close();
}, 20_000);

test("several steps of one save count once, what is no template not at all", async () => {
  const folder = path.join(root, "steps");
  mkdirSync(folder);
  let calls = 0;
  let done: (() => void) | undefined;
  const watcher = watchFolders([folder], async () => {
    calls += 1;
    done?.();
  });
  writeFileSync(path.join(folder, "notes.txt"), "none\n");
  const seen = new Promise<void>((resolve) => {
    done = resolve;
  });
  writeFileSync(path.join(folder, "a.mustache"), "one\n");
  appendFileSync(path.join(folder, "a.mustache"), "two\n");
  appendFileSync(path.join(folder, "a.mustache"), "three\n");
  await seen;
  expect(calls).toBe(1);
  watcher.close();
}, 20_000);
