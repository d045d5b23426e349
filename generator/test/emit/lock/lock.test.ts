import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashOutput } from "../../../src/emit/lock/hash-output.ts";
import { hashTree } from "../../../src/emit/lock/hash-tree.ts";
import { isUnchanged } from "../../../src/emit/lock/is-unchanged.ts";
import type { Lock, LockFingerprint } from "../../../src/emit/lock/lock.ts";
import { readLock } from "../../../src/emit/lock/read-lock.ts";
import { renderLock } from "../../../src/emit/lock/render-lock.ts";
import { swapOutput } from "../../../src/emit/output/swap-output.ts";

const current: LockFingerprint = {
  inputs: {
    spec: { file: "spec/openapi.yaml", sha256: "aa" },
    files: [{ file: "spec/schemas.yaml", sha256: "bb" }],
    overlay: null,
    templates: "cc",
    generator: "dd",
    settings: { docs: true },
  },
  tools: { typescript: "5.9.3", "openapi-typescript": "7.13.0" },
  jar: { version: "7.25.0", sha256: "ee" },
};
const files = new Map([
  ["src/generated/index.ts", "export {};\n"],
  ["package.json", "{}\n"],
]);
const owned = ["src/generated", "package.json", "sailkit.lock.json"];

let root: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "sailkit-lock-"));
  const lock: Lock = { version: 1, ...current, operations: 5, output: hashOutput(files) };
  await swapOutput(root, new Map([...files, ["sailkit.lock.json", renderLock(lock)]]), { owned });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function lockOnDisk(): Lock {
  const lock = readLock(root);
  if (lock === undefined) throw new Error("no lock");
  return lock;
}
const unchanged = (fingerprint = current) => isUnchanged(root, lockOnDisk(), fingerprint, { owned });

test("the lock file has sorted keys, LF and one newline at the end", () => {
  const text = readFileSync(join(root, "sailkit.lock.json"), "utf8");
  expect(text).toMatch(/^\{\n {2}"inputs": \{\n {4}"files": \[/);
  expect(text.endsWith("\n}\n")).toBe(true);
  expect(Object.keys(JSON.parse(text))).toEqual(["inputs", "jar", "operations", "output", "tools", "version"]);
  const { tools, ...rest } = lockOnDisk();
  const reordered = Object.fromEntries(Object.entries(tools).reverse());
  expect(renderLock({ tools: reordered, ...rest })).toBe(text);
});

test("a lock that is missing, damaged or of another version reads as none", () => {
  const path = join(root, "sailkit.lock.json");
  for (const text of ["", "<<<<<<< HEAD\n{}", "[]", '{"version":2}', '{"version":1,"operations":1,"output":{"a":1}}']) {
    writeFileSync(path, text);
    expect(readLock(root)).toBeUndefined();
  }
  rmSync(path);
  expect(readLock(root)).toBeUndefined();
});

describe("output is unchanged", () => {
  test("when every input and every file is the same, whatever the order of keys", async () => {
    const { inputs, tools, jar } = current;
    const reordered = { jar, tools: Object.fromEntries(Object.entries(tools).reverse()), inputs };
    expect(await unchanged()).toBe(true);
    expect(await unchanged(reordered)).toBe(true);
  });

  test.each<[string, LockFingerprint]>([
    ["spec", { ...current, inputs: { ...current.inputs, spec: { file: "spec/openapi.yaml", sha256: "ab" } } }],
    ["referred file", { ...current, inputs: { ...current.inputs, files: [] } }],
    ["overlay", { ...current, inputs: { ...current.inputs, overlay: { file: "o", sha256: "ff" } } }],
    ["templates", { ...current, inputs: { ...current.inputs, templates: "cd" } }],
    ["generator", { ...current, inputs: { ...current.inputs, generator: "de" } }],
    ["setting", { ...current, inputs: { ...current.inputs, settings: { docs: false } } }],
    ["tool", { ...current, tools: { ...current.tools, typescript: "5.9.4" } }],
    ["jar", { ...current, jar: { version: "7.25.0", sha256: "ef" } }],
  ])("unless the %s is another", async (_, fingerprint) => {
    expect(await unchanged(fingerprint)).toBe(false);
  });

  test.each<[string, () => void]>([
    ["edited", () => writeFileSync(join(root, "package.json"), "{} \n")],
    ["deleted", () => rmSync(join(root, "src/generated/index.ts"))],
    ["added", () => writeFileSync(join(root, "src/generated/extra.ts"), "")],
    [
      "added in a new folder",
      () => {
        mkdirSync(join(root, "src/generated/a"));
        writeFileSync(join(root, "src/generated/a/b"), "");
      },
    ],
    ["replaced by a link", () => symlinkSync(join(root, "package.json"), join(root, "src/generated/link.ts"))],
  ])("unless a file was %s", async (_, change) => {
    change();
    expect(await unchanged()).toBe(false);
  });

  test("even if the user keeps other files beside it", async () => {
    writeFileSync(join(root, "README.md"), "mine");
    mkdirSync(join(root, "node_modules"));
    expect(await unchanged()).toBe(true);
  });
});

test("the hash of a tree depends on names and bytes, not on where it lies", () => {
  const other = mkdtempSync(join(tmpdir(), "sailkit-tree-"));
  try {
    for (const folder of [join(root, "t"), join(other, "elsewhere")]) {
      mkdirSync(join(folder, "sub"), { recursive: true });
      for (const name of ["b.ts", "a.ts", "sub/c.ts", "README.md"]) writeFileSync(join(folder, name), name);
    }
    const isSource = (path: string) => path.endsWith(".ts");
    const first = hashTree([join(root, "t")], isSource);
    expect(hashTree([join(other, "elsewhere")], isSource)).toBe(first);
    expect(hashTree([join(root, "t")])).not.toBe(first);
    writeFileSync(join(root, "t/README.md"), "changed");
    expect(hashTree([join(root, "t")], isSource)).toBe(first);
    writeFileSync(join(root, "t/a.ts"), "changed");
    expect(hashTree([join(root, "t")], isSource)).not.toBe(first);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});
