import fs, {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { compareOutput } from "../../../src/emit/output/compare-output.ts";
import { OutputError } from "../../../src/emit/output/output-error.ts";
import { recoverOutput } from "../../../src/emit/output/recover-output.ts";
import { swapOutput } from "../../../src/emit/output/swap-output.ts";
import { readTree } from "./read-tree.ts";
import { owned, treeA, treeB } from "./swap-trees.ts";

let parent: string;
let root: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "sailkit-swap-"));
  root = join(parent, "client");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const lock = (...paths: string[]) =>
  `${JSON.stringify({ output: Object.fromEntries(paths.map((path) => [path, ""])) })}\n`;

async function errorOf(work: Promise<unknown>): Promise<OutputError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof OutputError) return error;
  throw error ?? new Error("succeeded, though it should have failed");
}

describe("a swap", () => {
  test("creates a folder that does not exist, parents included", async () => {
    root = join(parent, "a/b/client");
    const result = await swapOutput(root, treeA, { owned });
    expect(result).toEqual({ written: [...treeA.keys()].sort(), removed: [], unchanged: 0 });
    expect(readTree(root)).toEqual(new Map([...treeA].sort(([a], [b]) => (a < b ? -1 : 1))));
    expect(readdirSync(join(parent, "a/b"))).toEqual(["client"]);
  });

  test("of nothing into nothing creates nothing", async () => {
    expect(await swapOutput(root, new Map(), { owned })).toEqual({ written: [], removed: [], unchanged: 0 });
    expect(readdirSync(parent)).toEqual([]);
  });

  test("of nothing into an output folder removes what is owned", async () => {
    await swapOutput(root, treeA, { owned });
    const result = await swapOutput(root, new Map(), { owned, force: true });
    expect(result).toEqual({ written: [], removed: [...treeA.keys()].sort(), unchanged: 0 });
    expect(readTree(root)).toEqual(new Map());
  });

  test("removes what is no longer produced and says what it did", async () => {
    await swapOutput(root, treeA, { owned });
    const result = await swapOutput(root, treeB, { owned, force: true });
    const kept = [...treeA.keys()].filter((path) => treeB.get(path) === treeA.get(path));
    expect(result).toEqual({
      written: [...treeB.keys()].filter((path) => !kept.includes(path)).sort(),
      removed: [...treeA.keys()].filter((path) => !treeB.has(path)).sort(),
      unchanged: kept.length,
    });
    expect(readTree(root)).toEqual(new Map([...treeB].sort(([a], [b]) => (a < b ? -1 : 1))));
    expect(existsSync(join(root, "docs"))).toBe(false);
  });

  test("leaves everything that is not owned alone", async () => {
    await swapOutput(root, treeA, { owned });
    mkdirSync(join(root, "node_modules/x"), { recursive: true });
    mkdirSync(join(root, ".git"));
    const own = { "node_modules/x/index.js": "x", ".git/HEAD": "y", "src/client.ts": "z", "README.md": "w" };
    for (const [path, text] of Object.entries(own)) writeFileSync(join(root, path), text);
    await swapOutput(root, treeB, { owned, force: true });
    for (const [path, text] of Object.entries(own)) expect(readFileSync(join(root, path), "utf8")).toBe(text);
    expect(readdirSync(root).sort()).toEqual([
      ...[".git", "README.md", "node_modules", "package.json", "sailkit.lock.json", "src"],
    ]);
  });

  test("keeps the times of unchanged files, in changed folders too, and writes nothing when nothing changes", async () => {
    await swapOutput(root, treeA, { owned });
    const same = join(root, "src/generated/same.ts");
    const past = new Date("2020-01-01T00:00:00.123Z");
    for (const path of [same, join(root, "docs"), join(root, "src/generated")]) utimesSync(path, past, past);
    expect(await swapOutput(root, treeA, { owned })).toEqual({ written: [], removed: [], unchanged: treeA.size });
    expect(statSync(join(root, "src/generated")).mtime).toEqual(past);
    const next = new Map([...treeA, ["src/generated/both-0.ts", "export {};\n"], ["sailkit.lock.json", "{}\n"]]);
    await swapOutput(root, next, { owned, force: true });
    expect(statSync(same).mtime).toEqual(past);
    expect(statSync(join(root, "docs")).mtime).toEqual(past);
    expect(statSync(same).nlink).toBe(1);
  });

  test("keeps those times where the file system has no hard links", async () => {
    await swapOutput(root, treeA, { owned });
    const same = join(root, "src/generated/same.ts");
    const past = new Date("2020-01-01T00:00:00.123Z");
    utimesSync(same, past, past);
    const link = vi.spyOn(fs, "linkSync").mockImplementation(() => {
      throw new Error("EPERM");
    });
    syncBuiltinESMExports();
    try {
      await swapOutput(root, treeB, { owned, force: true });
    } finally {
      link.mockRestore();
      syncBuiltinESMExports();
    }
    expect(statSync(same).mtime).toEqual(past);
    expect(await compareOutput(root, treeB, { owned })).toEqual({ changed: [], missing: [], extra: [] });
  });

  test("turns a file into a folder and back", async () => {
    const options = { owned: ["docs", "sailkit.lock.json"], force: true };
    await swapOutput(root, new Map([["docs", "a file"]]), options);
    await swapOutput(root, new Map([["docs/a.md", "in a folder"]]), options);
    expect(readTree(root)).toEqual(new Map([["docs/a.md", "in a folder"]]));
    await swapOutput(root, new Map([["docs", "a file"]]), options);
    expect(readTree(root)).toEqual(new Map([["docs", "a file"]]));
  });

  test("through several callers at once ends with the tree of one of them", async () => {
    await swapOutput(root, treeA, { owned });
    await Promise.all([treeB, treeA, treeB, treeA].map((tree) => swapOutput(root, tree, { owned, force: true })));
    const left = readTree(root);
    expect(
      [treeA, treeB].some((tree) => left.size === tree.size && [...tree].every(([p, t]) => left.get(p) === t)),
    ).toBe(true);
  });
});

describe("a full or forbidding disk leaves the old output whole, and nothing behind", () => {
  const ENOSPC = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });

  test.each([0, 1, 3, 7])("that fills up after %i files", async (files) => {
    await swapOutput(root, treeA, { owned });
    let left = files;
    const write = (path: string, text: string) => {
      writeFileSync(path, left > 0 ? text : text.slice(0, 3));
      if (left-- <= 0) throw ENOSPC;
    };
    const error = await errorOf(swapOutput(root, treeB, { owned, force: true, write }));
    expect(error.code).toBe("write-failed");
    expect(error.message).toContain(
      "the disk is full. Free some space, then run the command again. The old output is as it was.",
    );
    expect(await compareOutput(root, treeA, { owned })).toEqual({ changed: [], missing: [], extra: [] });
    expect(readdirSync(root).filter((name) => name.startsWith(".sailkit-"))).toEqual([]);
  });

  test("that drops bytes without saying so", async () => {
    await swapOutput(root, treeA, { owned });
    const write = (path: string, text: string) => writeFileSync(path, text.slice(1));
    expect((await errorOf(swapOutput(root, treeB, { owned, force: true, write }))).message).toMatch(
      /holds \d+ bytes of \d+/,
    );
    expect(await compareOutput(root, treeA, { owned })).toEqual({ changed: [], missing: [], extra: [] });
  });

  test("while a new folder is being made", async () => {
    const write = () => {
      throw ENOSPC;
    };
    expect((await errorOf(swapOutput(root, treeA, { owned, write }))).code).toBe("write-failed");
    expect(readdirSync(parent)).toEqual([]);
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("that forbids writing", async () => {
    await swapOutput(root, treeA, { owned });
    chmodSync(root, 0o555);
    try {
      const error = await errorOf(swapOutput(root, treeB, { owned, force: true }));
      expect(error.message).toContain("permission was denied");
    } finally {
      chmodSync(root, 0o755);
    }
    expect(await compareOutput(root, treeA, { owned })).toEqual({ changed: [], missing: [], extra: [] });
  });

  test("with a file where a folder is needed", async () => {
    mkdirSync(root);
    writeFileSync(join(root, "src"), "a file");
    expect((await errorOf(swapOutput(root, treeA, { owned }))).message).toContain(
      "a file stands where a folder is needed",
    );
    expect(readTree(root)).toEqual(new Map([["src", "a file"]]));
  });
});

describe("what sailkit did not write is not replaced", () => {
  const next = new Map([
    ["docs/a.md", "ours"],
    ["package.json", "{}"],
    ["sailkit.lock.json", lock("docs/a.md", "package.json")],
  ]);
  const options = { owned: ["docs", "package.json", "sailkit.lock.json"] };
  beforeEach(() => mkdirSync(root));

  test("a package.json without a lock beside it", async () => {
    writeFileSync(join(root, "package.json"), '{"name":"theirs"}');
    const error = await errorOf(swapOutput(root, next, options));
    expect(error.code).toBe("not-ours");
    expect(error.message).toContain("already holds package.json, which sailkit did not write");
    expect(readTree(root)).toEqual(new Map([["package.json", '{"name":"theirs"}']]));
    await swapOutput(root, next, { ...options, force: true });
    expect(readTree(root).get("package.json")).toBe("{}");
  });

  test("a folder that the lock knows nothing of", async () => {
    await swapOutput(root, new Map([["sailkit.lock.json", lock("package.json")]]), options);
    mkdirSync(join(root, "docs"));
    writeFileSync(join(root, "docs/guide.md"), "theirs");
    expect((await errorOf(swapOutput(root, next, options))).message).toContain("already holds docs, which");
    expect(readTree(root).get("docs/guide.md")).toBe("theirs");
  });

  test("but what the lock records, what is empty or the same already, and what a merge left of the lock, is", async () => {
    mkdirSync(join(root, "docs"));
    writeFileSync(join(root, "package.json"), "{}");
    await swapOutput(root, next, options);
    writeFileSync(join(root, "docs/a.md"), "edited");
    writeFileSync(join(root, "docs/extra.md"), "added");
    await swapOutput(root, next, options);
    expect([...readTree(root).keys()]).toEqual([...next.keys()]);
    writeFileSync(join(root, "docs/a.md"), "edited");
    writeFileSync(join(root, "sailkit.lock.json"), "<<<<<<< HEAD\n");
    await swapOutput(root, next, options);
    expect(readTree(root)).toEqual(next);
  });
});

describe("paths that could do harm are refused before anything is written (H10)", () => {
  test.each([
    "../x.ts",
    "src/generated/../../x.ts",
    "/etc/x.ts",
    "src/generated//x.ts",
    "src/generated/./x.ts",
    "src\\generated\\x.ts",
    "C:/x.ts",
    "src/generated/a:b.ts",
    "src/generated/CON.ts",
    "src/generated/nul",
    "src/generated/com1.d.ts",
    "src/generated/LPT³.ts",
    "src/generated/a.",
    "src/generated/a ",
    "src/generated/a /x.ts",
    "src/generated/a\0.ts",
    "src/generated/a\n.ts",
    "src/generated/a?.ts",
    "src/generated/\ud800.ts",
    "src/generated/.git/config",
    "src/generated/.sailkit-staging-1-000000000000/x.ts",
    `src/generated/${"a".repeat(300)}.ts`,
    `src/generated/${"ü".repeat(95)}.ts`,
    "elsewhere/x.ts",
    "src/x.ts",
    "",
  ])("%j", async (path) => {
    const error = await errorOf(
      swapOutput(
        root,
        new Map([
          ["src/generated/a.ts", ""],
          [path, ""],
        ]),
        { owned },
      ),
    );
    expect(error.code).toBe("unsafe-path");
    expect(error.message).toContain("Nothing was written.");
    expect(readdirSync(parent)).toEqual([]);
    expect((await errorOf(compareOutput(root, new Map([[path, ""]]), { owned }))).code).toBe("unsafe-path");
  });

  test.each([
    [["src/generated/a.ts", "src/generated/A.ts"]],
    [["src/generated/Tag/a.ts", "src/generated/tag/b.ts"]],
    [["src/generated/n\u00e4.ts", "src/generated/na\u0308.ts"]],
    [["src/generated/a", "src/generated/a/b.ts"]],
    [["src/generated/a/b.ts", "src/generated/a"]],
  ])("together: %j", async (paths) => {
    const error = await errorOf(swapOutput(root, new Map(paths.map((path) => [path, ""])), { owned }));
    expect(error.code).toBe("unsafe-path");
  });

  test("owned folders within one another, or outside", async () => {
    for (const folders of [["src", "src/generated"], [".."], ["/"], ["."], ["a/../../b"]]) {
      expect((await errorOf(swapOutput(root, new Map(), { owned: folders }))).code).toBe("unsafe-path");
    }
  });

  test("while names that only look odd are written", async () => {
    const names = ["a b.ts", "naïve.ts", "日本.ts", "...x.ts", ".hidden", "console.ts", "com10.ts", "a'b$(c).ts"];
    const files = new Map(names.map((name) => [`src/generated/${name}`, name]));
    await swapOutput(root, files, { owned });
    expect(await compareOutput(root, files, { owned })).toEqual({ changed: [], missing: [], extra: [] });
  });
});

describe("symbolic links", () => {
  const elsewhere = () => {
    const folder = join(parent, "elsewhere");
    mkdirSync(join(folder, "generated"), { recursive: true });
    writeFileSync(join(folder, "generated/a.ts"), "theirs");
    return folder;
  };

  test.each([
    ["the owned folder", "src/generated", "generated"],
    ["a folder on the way to it", "src", "."],
  ])("as %s are refused", async (_, link, target) => {
    const folder = elsewhere();
    mkdirSync(join(root, "src"), { recursive: true });
    rmSync(join(root, link), { recursive: true, force: true });
    symlinkSync(join(folder, target), join(root, link), "junction");
    const error = await errorOf(swapOutput(root, treeA, { owned, force: true }));
    expect(error.code).toBe("symlink");
    expect(readTree(folder)).toEqual(new Map([["generated/a.ts", "theirs"]]));
    expect((await errorOf(compareOutput(root, treeA, { owned }))).code).toBe("symlink");
  });

  test("inside an owned folder are replaced, and what they point to is left alone", async () => {
    const folder = elsewhere();
    await swapOutput(root, treeA, { owned });
    rmSync(join(root, "src/generated/same.ts"));
    symlinkSync(join(folder, "generated/a.ts"), join(root, "src/generated/same.ts"));
    symlinkSync(folder, join(root, "docs/link"), "junction");
    expect(await compareOutput(root, treeA, { owned })).toEqual({
      changed: ["src/generated/same.ts"],
      missing: [],
      extra: ["docs/link"],
    });
    await swapOutput(root, treeA, { owned, force: true });
    expect(lstatSync(join(root, "src/generated/same.ts")).isFile()).toBe(true);
    expect(existsSync(join(root, "docs/link"))).toBe(false);
    expect(readTree(folder)).toEqual(new Map([["generated/a.ts", "theirs"]]));
  });

  test("that lead to the output folder itself are followed", async () => {
    const real = join(parent, "real");
    mkdirSync(real);
    symlinkSync(real, root, "junction");
    await swapOutput(root, treeA, { owned });
    expect(readTree(real).size).toBe(treeA.size);
  });
});

describe("recovery", () => {
  const staging = ".sailkit-staging-999999999-0123456789ab";
  const journal = (units: unknown, more: object = {}) =>
    writeFileSync(join(root, ".sailkit-journal.json"), JSON.stringify({ pid: 999999999, staging, units, ...more }));

  test("removes what ended processes left behind, and nothing of running ones", async () => {
    mkdirSync(join(root, staging), { recursive: true });
    const fresh = join(parent, ".sailkit-fresh-999999999-0123456789ab");
    const running = join(root, `.sailkit-staging-${process.ppid}-0123456789ab`);
    const similar = join(root, ".sailkit-staging-notes");
    for (const folder of [fresh, running, similar]) mkdirSync(folder);
    recoverOutput(root);
    expect([join(root, staging), fresh, running, similar].map((folder) => existsSync(folder))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test("does not trust a journal that came with a cloned repository", async () => {
    await swapOutput(root, treeA, { owned });
    writeFileSync(join(parent, "theirs"), "kept");
    mkdirSync(join(root, staging, "new"), { recursive: true });
    writeFileSync(join(root, staging, "new/0"), "evil");
    for (const units of [
      [{ to: "../theirs", action: "exchange" }],
      [{ to: "theirs", action: "evil" }],
      [{ to: "/theirs", action: "remove" }],
      "x",
    ]) {
      journal(units);
      utimesSync(join(root, ".sailkit-journal.json"), 0, 0);
      recoverOutput(root);
      mkdirSync(join(root, staging, "new"), { recursive: true });
      writeFileSync(join(root, staging, "new/0"), "evil");
    }
    expect(readFileSync(join(parent, "theirs"), "utf8")).toBe("kept");
    rmSync(join(root, staging), { recursive: true });
    expect(await compareOutput(root, treeA, { owned })).toEqual({ changed: [], missing: [], extra: [] });
  });

  test("refuses a staging folder that is a link", async () => {
    await swapOutput(root, treeA, { owned });
    const elsewhere = join(parent, "elsewhere");
    mkdirSync(join(elsewhere, "new"), { recursive: true });
    symlinkSync(elsewhere, join(root, staging), "junction");
    journal([{ to: "docs", action: "exchange" }]);
    expect(() => recoverOutput(root)).toThrow(expect.objectContaining({ code: "symlink" }));
    expect(existsSync(join(root, "docs"))).toBe(true);
  });

  test("finishes a swap that another process has died in", async () => {
    await swapOutput(root, treeA, { owned });
    mkdirSync(join(root, staging, "new/0"), { recursive: true });
    mkdirSync(join(root, staging, "old"));
    writeFileSync(join(root, staging, "new/0/a.md"), "new");
    journal([{ to: "docs", action: "exchange" }]);
    recoverOutput(root);
    expect(readTree(join(root, "docs"))).toEqual(new Map([["a.md", "new"]]));
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("finishes it even if its process id has been given to another one since", async () => {
    await swapOutput(root, treeA, { owned });
    journal([], { pid: process.ppid });
    utimesSync(join(root, ".sailkit-journal.json"), 0, 0);
    recoverOutput(root);
    expect(existsSync(join(root, ".sailkit-journal.json"))).toBe(false);
  });

  test("does nothing where there is no output folder", () => {
    recoverOutput(join(parent, "not/there"));
    expect(readdirSync(parent)).toEqual([]);
  });
});

test("a comparison names what is changed, missing and extra, sorted, and changes nothing", async () => {
  await swapOutput(root, treeA, { owned });
  writeFileSync(join(root, "docs/z.md"), "");
  writeFileSync(join(root, "docs/b.md"), "");
  writeFileSync(join(root, "package.json"), "edited");
  rmSync(join(root, "src/generated/same.ts"));
  const before = readTree(root);
  expect(await compareOutput(root, treeA, { owned })).toEqual({
    changed: ["package.json"],
    missing: ["src/generated/same.ts"],
    extra: ["docs/b.md", "docs/z.md"],
  });
  expect(readTree(root)).toEqual(before);
  expect((await compareOutput(join(parent, "not-there"), treeA, { owned })).missing).toEqual([...treeA.keys()].sort());
});
