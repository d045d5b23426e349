import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCommitted } from "../../src/git/read-committed.ts";

const root = mkdtempSync(path.join(tmpdir(), "sailkit-committed-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const git = (...args: string[]) =>
  expect(spawnSync("git", args, { cwd: root, encoding: "utf8" })).toMatchObject({ status: 0 });

function put(file: string, content: string | Buffer): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
}

test("without a repository there is nothing, and no error", async () => {
  expect(await readCommitted(root, ["a"])).toBeUndefined();
});

test("files are given as they were committed, byte for byte, whatever they are called", async () => {
  const bytes = Buffer.from([0, 10, 13, 255, 10]);
  put("spec/odd name.json", "one\n");
  put("spec/deep/bytes.gz", bytes);
  put("spec/empty", "");
  put("other/file", "other");
  git("init", "-q");
  git("add", "-A");
  expect(await readCommitted(root, ["spec"])).toBeUndefined();
  git("-c", "user.name=t", "-c", "user.email=t@localhost", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "One");
  put("spec/odd name.json", "two\n");
  put("spec/new", "new");
  expect(await readCommitted(root, ["spec"])).toEqual(
    new Map([
      ["spec/deep/bytes.gz", bytes],
      ["spec/empty", Buffer.alloc(0)],
      ["spec/odd name.json", Buffer.from("one\n")],
    ]),
  );
  expect([...((await readCommitted(path.join(root, "spec"), ["."])) ?? new Map()).keys()]).toEqual([
    "deep/bytes.gz",
    "empty",
    "odd name.json",
  ]);
  expect(await readCommitted(root, ["spec"], "0000000")).toBeUndefined();
  expect(await readCommitted(root, ["nowhere"])).toEqual(new Map());
});
