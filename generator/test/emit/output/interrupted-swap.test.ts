import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compareOutput } from "../../../src/emit/output/compare-output.ts";
import type { OutputFiles } from "../../../src/emit/output/output-files.ts";
import { recoverOutput } from "../../../src/emit/output/recover-output.ts";
import { swapOutput } from "../../../src/emit/output/swap-output.ts";
import { onFailingDisk } from "./failing-disk.ts";
import { owned, treeA, treeB } from "./swap-trees.ts";

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "sailkit-interrupt-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const swap = (root: string, tree: OutputFiles) => swapOutput(root, tree, { owned, force: true });

async function holds(root: string, tree: OutputFiles): Promise<boolean> {
  const { changed, missing, extra } = await compareOutput(root, tree, { owned });
  return changed.length + missing.length + extra.length === 0;
}

function leftovers(root: string): string[] {
  const folders = existsSync(root) ? [root, parent] : [parent];
  return folders.flatMap((folder) => readdirSync(folder)).filter((name) => name.startsWith(".sailkit-"));
}

// The last column says whether the output is whole at every moment, even before recovery.
describe.each([
  ["from the one to the other", treeA, treeB, false],
  ["and back", treeB, treeA, false],
  ["where only a file changes", treeA, new Map([...treeA, ["package.json", "{}\n"]]), true],
  ["from nothing", undefined, treeA, true],
])("a swap %s", (_, before, after, isAlwaysWhole) => {
  test("interrupted at any change leaves the old or the new tree whole, and nothing behind", async () => {
    const seen = { before: 0, after: 0, brokenUntilRecovery: 0 };
    for (let changes = 0; ; changes++) {
      const root = join(parent, String(changes));
      if (before) await swap(root, before);
      const failed = await onFailingDisk("dead", changes, () => swap(root, after));
      const isWhole = async () =>
        (before ? await holds(root, before) : !existsSync(root)) || (await holds(root, after));
      if (!(await isWhole())) seen.brokenUntilRecovery++;
      recoverOutput(root);
      expect(await isWhole(), `after ${changes} changes`).toBe(true);
      expect(leftovers(root)).toEqual([]);
      seen[(await holds(root, after)) ? "after" : "before"]++;
      await swap(root, after);
      expect(await holds(root, after)).toBe(true);
      if (failed === undefined) break;
    }
    expect(seen.before).toBeGreaterThan(0);
    expect(seen.after).toBeGreaterThan(0);
    expect(seen.brokenUntilRecovery === 0).toBe(isAlwaysWhole);
  });

  test("on a disk that runs full at any moment says so, and leaves the old tree whole without recovery", async () => {
    for (let changes = 0; ; changes++) {
      const root = join(parent, String(changes));
      if (before) await swap(root, before);
      const failed = await onFailingDisk("full", changes, () => swap(root, after));
      if (failed === undefined) break;
      expect(failed).toMatchObject({ code: "write-failed", message: expect.stringContaining("the disk is full") });
      expect(before ? await holds(root, before) : !existsSync(root), `after ${changes} changes`).toBe(true);
      expect(leftovers(root)).toEqual([]);
    }
  });
});

test("recovery interrupted at any change can be repeated", async () => {
  let broken = 0;
  for (let changes = 0; ; changes++) {
    const root = join(parent, String(changes));
    await swap(root, treeA);
    const failed = await onFailingDisk("dead", changes, () => swap(root, treeB));
    const isWhole = async () => (await holds(root, treeA)) || (await holds(root, treeB));
    for (let more = 0; !(await isWhole()); more++) {
      broken++;
      if ((await onFailingDisk("dead", more, () => recoverOutput(root))) === undefined) break;
    }
    recoverOutput(root);
    expect(await isWhole()).toBe(true);
    expect(leftovers(root)).toEqual([]);
    if (failed === undefined) break;
  }
  // Otherwise the swap never passed through a state that needs recovery, and this test would prove nothing.
  expect(broken).toBeGreaterThan(3);
});
