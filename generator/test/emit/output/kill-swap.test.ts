import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compareOutput } from "../../../src/emit/output/compare-output.ts";
import { recoverOutput } from "../../../src/emit/output/recover-output.ts";
import { swapOutput } from "../../../src/emit/output/swap-output.ts";
import { readTree } from "./read-tree.ts";
import { owned, treeA, treeB } from "./swap-trees.ts";

const KILLS = Number(process.env.SAILKIT_KILLS ?? 40);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sailkit-kill-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test(`a process killed at ${KILLS} random moments leaves one of the two trees whole`, { timeout: 60_000 }, async () => {
  writeFileSync(join(root, "users-own.txt"), "kept\n");
  // On a busy machine the first process may be killed before it has written anything.
  await swapOutput(root, treeA, { owned, force: true });
  const ended = { A: 0, B: 0 };
  let wholeBefore = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await swapThenKill(1, Math.random() * 25);
    if ((await stateOf(root)) !== "broken") wholeBefore++;
    recoverOutput(root);
    const state = await stateOf(root);
    if (state === "broken") throw new Error(`broken after kill ${kill}: ${[...readTree(root).keys()].join("\n")}`);
    ended[state]++;
    expect(readdirSync(root).filter((name) => name.startsWith(".sailkit-"))).toEqual([]);
  }
  expect(readTree(root).get("users-own.txt")).toBe("kept\n");
  console.info(`whole before recovery ${wholeBefore}/${KILLS}, after it ${ended.A} A and ${ended.B} B`);
});

test("processes that swap in one folder at the same time do not mix their trees", { timeout: 30_000 }, async () => {
  await swapOutput(root, treeA, { owned, force: true });
  for (let round = 0; round < 3; round++) {
    await swapThenKill(3, 250);
    recoverOutput(root);
    expect(await stateOf(root)).not.toBe("broken");
  }
});

/** Lets so many processes swap back and forth for a while, sees that none has failed, and kills them. */
async function swapThenKill(processes: number, afterMs: number): Promise<void> {
  const script = join(import.meta.dirname, "swap-loop.ts");
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, [script, root], { stdio: ["ignore", "pipe", "inherit"] }),
  );
  const closed = Promise.all(children.map((child) => once(child, "close")));
  await Promise.race([closed, Promise.all(children.map((child) => once(child.stdout, "data")))]);
  // The moment of the kill is what the test is about; nothing is waited for.
  await delay(afterMs);
  const exitCodes = children.map(({ exitCode }) => exitCode);
  for (const child of children) child.kill("SIGKILL");
  await closed;
  expect(exitCodes).toEqual(children.map(() => null));
}

async function stateOf(root: string): Promise<"A" | "B" | "broken"> {
  for (const [name, tree] of [
    ["A", treeA],
    ["B", treeB],
  ] as const) {
    const { changed, missing, extra } = await compareOutput(root, tree, { owned });
    if (changed.length + missing.length + extra.length === 0) return name;
  }
  return "broken";
}
