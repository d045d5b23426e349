import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { compareOutput } from "../../../src/emit/output/compare-output.ts";
import { recoverOutput } from "../../../src/emit/output/recover-output.ts";
import { readTree } from "./read-tree.ts";
import { owned, treeA, treeB } from "./swap-trees.ts";

const KILLS = Number(process.env.SAILKIT_KILLS ?? 40);

test(`a process killed at ${KILLS} random moments leaves one of the two trees whole`, { timeout: 60_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), "sailkit-kill-"));
  writeFileSync(join(root, "users-own.txt"), "kept\n");
  const ended = { A: 0, B: 0 };
  let wholeBefore = 0;
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      await swapThenKill(root, kill === 0 ? 30 : Math.random() * 25);
      if ((await stateOf(root)) !== "broken") wholeBefore++;
      recoverOutput(root);
      const state = await stateOf(root);
      if (state === "broken") throw new Error(`broken after kill ${kill}: ${[...readTree(root).keys()].join("\n")}`);
      ended[state]++;
      expect(readdirSync(root).filter((name) => name.startsWith(".sailkit-"))).toEqual([]);
    }
    expect(readTree(root).get("users-own.txt")).toBe("kept\n");
    console.info(`whole before recovery ${wholeBefore}/${KILLS}, after it ${ended.A} A and ${ended.B} B`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

async function swapThenKill(root: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "swap-loop.ts"), root], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  // The moment of the kill is what the test is about; nothing is waited for.
  await delay(afterMs);
  child.kill("SIGKILL");
  await once(child, "close");
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
