import { runNode } from "../../../../scripts/release/src/run-node.ts";

/** Rounds at least, and at most where a busy machine is slow. */
const ROUNDS = { least: 5, most: 25 };

const program = `const start = performance.now();
await import("@sailkit/beta-sdk");
console.log(performance.now() - start);`;

/**
 * Milliseconds that `import("@sailkit/beta-sdk")` takes in a fresh process of the pinned Node: the fastest of several, since
 * whatever else a machine does only ever adds to it.
 * @param folder where the packed packages are installed
 * @param target milliseconds that are good enough to stop at
 */
export async function measureImport(folder: string, target: number): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS.least || (fastest > target && round < ROUNDS.most); round++) {
    const { ok, stdout, stderr } = await runNode(["--input-type=module", "--eval", program], folder);
    if (!ok) throw new Error(`The packed sdk cannot be imported:\n${stderr.trim()}`);
    fastest = Math.min(fastest, Number(stdout));
  }
  return fastest;
}
